import type { StoreLocation } from '../../lib/audits/api/store-location.ts';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';
import { Banner } from './shared/banner.tsx';
import { ErrorDetail } from './shared/error-detail.tsx';

const texts = {
  memory: ['workspace_store_memory', 'workspace_store_memory_meaning'],
  awaited: ['workspace_store_awaited', 'workspace_store_awaited_meaning'],
  'too-new': ['workspace_store_too_new', 'workspace_store_too_new_meaning'],
  full: ['workspace_store_full', 'workspace_store_full_meaning'],
  other: ['workspace_store_other', 'workspace_store_other_meaning'],
} satisfies Record<string, [headline: TextKey, meaning: TextKey]>;

/** A notice where nothing is stored on the disk: why, what that means, and what to do. */
export function StoreNotice({ t, store }: { t: Translate; store: StoreLocation }) {
  if (store.kind === 'disk') return null;
  const [headline, meaning] = texts[store.kind === 'none' ? store.fault : store.kind];
  return (
    <Banner sort={store.kind === 'none' ? 'bad' : 'note'}>
      <p>
        <b>{t(headline)}</b>
      </p>
      <p>{t(meaning)}</p>
      <ErrorDetail t={t} why={store.kind === 'none' && store.fault === 'other' ? store.why : null} />
    </Banner>
  );
}
