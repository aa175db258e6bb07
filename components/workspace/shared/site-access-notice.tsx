import { useState } from 'preact/hooks';
import type { SiteAccessApi } from '../../../lib/audits/api/workspace-api.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { Banner } from './banner.tsx';
import { useSiteAccess } from './use-site-access.ts';

/** Says what missing site access means for an audit, with a button to request it; nothing where it is granted. */
export function SiteAccessNotice({ t, pages }: { t: Translate; pages: SiteAccessApi }) {
  const hasSiteAccess = useSiteAccess(pages);
  const [refused, setRefused] = useState(false);
  if (hasSiteAccess !== false) return null;
  return (
    <Banner sort="note">
      <p>
        <b>{t('workspace_pages_missing')}</b>
      </p>
      <p>{t('workspace_pages_meaning')}</p>
      <div class="actions">
        <button type="button" onClick={() => void pages.requestPermission().then((given) => setRefused(!given))}>
          {t('workspace_pages_ask')}
        </button>
        <p role="status" class="soft">
          {refused ? t('workspace_pages_refused') : null}
        </p>
      </div>
    </Banner>
  );
}
