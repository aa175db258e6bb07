import { type PageSort, readPageAddress } from '../../lib/checks/page-address.ts';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';

/** For each sort of address: why its page cannot be read, and what to do instead. */
const texts: Record<PageSort, readonly [meaning: TextKey, advice: TextKey]> = {
  web: ['blocked_web', 'blocked_web_advice'],
  store: ['blocked_store', 'blocked_advice'],
  file: ['blocked_file', 'blocked_file_advice'],
  siteless: ['blocked_siteless', 'blocked_advice'],
  reader: ['blocked_reader', 'blocked_reader_advice'],
  source: ['blocked_source', 'blocked_source_advice'],
  internal: ['blocked_internal', 'blocked_advice'],
  unknown: ['blocked_meaning', 'blocked_meaning_advice'],
};

/** Says why a page cannot be read, and what to do instead. */
export function BlockedPage({ t, url }: { t: Translate; url: string }) {
  const [meaning, advice] = texts[readPageAddress(url).sort];
  return (
    <div class="message">
      <p>{t(meaning)}</p>
      <p>{t(advice, t('workspace_check'), t('workspace_open'))}</p>
    </div>
  );
}
