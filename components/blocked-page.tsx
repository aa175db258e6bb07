import type { Translate } from '../lib/words/translate.ts';

/** Why a page cannot be read, and what to do instead. */
export function BlockedPage({ t }: { t: Translate }) {
  return (
    <div class="message">
      <p>{t('blocked_meaning')}</p>
      <p>{t('blocked_advice')}</p>
    </div>
  );
}
