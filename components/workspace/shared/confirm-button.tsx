import './confirm-button.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';

/** A button for an action that cannot be undone. A press shows `question`; a second press, on `answer`, runs the action. */
export function ConfirmButton(props: {
  t: Translate;
  question: TextKey;
  /** The label of the button that confirms. */
  answer: TextKey;
  /** A name for screen readers, where the label alone does not say what the action is about. */
  label?: string;
  onConfirm: () => void;
  children: ComponentChildren;
}) {
  const { t, question, answer, label, onConfirm, children } = props;
  const [asks, ask] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const focused = useRef<HTMLButtonElement>(null);
  const touched = useRef(false);
  // The pressed button is removed, and the focus with it.
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
