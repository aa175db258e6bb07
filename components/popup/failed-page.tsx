import type { Translate } from '../../lib/texts/language/translate.ts';

/** Says that a page could not be read this time, and offers to try again. */
export function FailedPage({ t, onRetry }: { t: Translate; onRetry: () => void }) {
  return (
    <div class="message">
      <p>{t('failed_meaning')}</p>
      <p>
        <button type="button" class="primary" onClick={onRetry}>
          {t('try_again')}
        </button>
      </p>
      <p>{t('failed_advice')}</p>
    </div>
  );
}
