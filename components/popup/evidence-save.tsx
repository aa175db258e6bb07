import './evidence-save.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../lib/texts/language/translate.ts';

/**
 * Saves the evidence report of a page, with a screenshot unless the reader does not want one. The choice is not stored.
 * `children`: other buttons beside it.
 */
export function EvidenceSave(props: {
  t: Translate;
  onSave: (withScreenshot: boolean) => Promise<void>;
  children: ComponentChildren;
}) {
  const { t, onSave, children } = props;
  const [withScreenshot, setWithScreenshot] = useState(true);
  const [isSaving, setSaving] = useState(false);

  async function save(): Promise<void> {
    // A disabled button would lose the focus.
    if (isSaving) return;
    setSaving(true);
    await onSave(withScreenshot);
    setSaving(false);
  }

  return (
    <>
      <button type="button" aria-disabled={isSaving} onClick={() => void save()}>
        {t(isSaving ? 'evidence_saving' : 'evidence_save')}
      </button>
      {children}
      <label class="choice">
        <input
          type="checkbox"
          checked={withScreenshot}
          onChange={({ currentTarget }) => setWithScreenshot(currentTarget.checked)}
        />
        <span>
          {t('evidence_picture')} <small>{t('evidence_picture_meaning')}</small>
        </span>
      </label>
    </>
  );
}
