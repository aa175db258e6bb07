import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../lib/words/translate.ts';
import { Banner } from './banner.tsx';
import type { WorkspaceDeeds } from './deeds.ts';
import { hrefOf } from './route.ts';

/** What stopped an audit, if anything did, and what to do about it. Read out as it comes. */
export function Trouble({ t, deeds }: { t: Translate; deeds: WorkspaceDeeds }) {
  const [trouble, setTrouble] = useState<'full' | 'broken' | null>(null);
  useEffect(
    () =>
      deeds.audits.follow(({ name }) => {
        if (name === 'full' || name === 'broken') setTrouble(name);
      }),
    [deeds],
  );
  return (
    <div role="alert" class="trouble">
      {trouble === null ? null : (
        <Banner sort="bad">
          <p>
            <b>{t(trouble === 'full' ? 'workspace_full' : 'workspace_broken')}</b>
          </p>
          <p>{t(trouble === 'full' ? 'workspace_full_advice' : 'workspace_broken_advice')}</p>
          <div class="actions">
            <a href={hrefOf({ section: 'audits', audit: null })}>{t('workspace_audits')}</a>
            <a href={hrefOf({ section: 'history', site: null })}>{t('workspace_history')}</a>
            <button type="button" onClick={() => setTrouble(null)}>
              {t('workspace_close')}
            </button>
          </div>
        </Banner>
      )}
    </div>
  );
}
