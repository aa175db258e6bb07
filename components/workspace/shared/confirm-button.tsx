import './confirm-button.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';

/** A button for what cannot be undone: pressed, it asks `question`, and only the answer does it. */
export function ConfirmButton(props: {
  t: Translate;
  question: TextKey;
  /** What the answer says that does it. */
  answer: TextKey;
  /** Name for screen readers, where the button's words alone do not tell what it is about. */
  label?: string;
  onConfirm: () => void;
  children: ComponentChildren;
}) {
  const { t, question, answer, label, onConfirm, children } = props;
  const [asks, ask] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const focused = useRef<HTMLButtonElement>(null);
  const touched = useRef(false);
  // The button that was pressed is gone, and with it the focus.
  useEffect(() => {
    if (touched.current) (asks ? focused : first).current?.focus();
  }, [asks]);
  const turn = (next: boolean): void => {
    touched.current = true;
    ask(next);
  };
  if (!asks) {
    return (
      <button type="button" ref={first} aria-label={label} onClick={() => turn(true)}>
        {children}
      </button>
    );
  }
  return (
    <fieldset
      class="confirm"
      aria-label={t(question)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') turn(false);
      }}
    >
      <span>{t(question)}</span>
      <button
        type="button"
        class="danger"
        onClick={() => {
          turn(false);
          onConfirm();
        }}
      >
        {t(answer)}
      </button>
      <button type="button" ref={focused} onClick={() => turn(false)}>
        {t('workspace_keep')}
      </button>
    </fieldset>
  );
}
