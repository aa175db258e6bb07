import type { Translate } from '../lib/words/translate.ts';

/** What it does and does not mean that a page shows no number of its own. */
export function NoneFound({ t }: { t: Translate }) {
  return (
    <div class="message">
      <p>{t('none_page')}</p>
      <ul>
        <li>{t('none_mainland')}</li>
        <li>{t('none_elsewhere')}</li>
        <li>{t('none_unread')}</li>
      </ul>
    </div>
  );
}
