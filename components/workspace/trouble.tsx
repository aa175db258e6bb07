import { useEffect, useState } from 'preact/hooks';
import type { AuditsApi, WorkspaceApi } from '../../lib/audits/api/workspace-api.ts';
import type { AuditState } from '../../lib/audits/bulk-audit.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { Banner } from './shared/banner.tsx';
import { hrefOf } from './shared/route.ts';
import { Why } from './shared/why.tsx';

/** What stopped an audit. `left`: how that left the audit, as soon as it is known. */
type Stop = { name: 'full' | 'broken'; audit: string; why?: string; left: AuditState | null };

/** What stopped an audit, if anything did, and what to do about it. Read out as it comes; gone when the audit goes on or is gone. */
export function Trouble({ t, api }: { t: Translate; api: WorkspaceApi }) {
  const [trouble, setTrouble] = useState<Pick<Stop, 'name' | 'why'> | null>(null);
  useEffect(() => {
    let stop: Stop | null = null;
    const set = (next: Stop | null): void => {
      stop = next;
      setTrouble(next);
    };
    return api.audits.subscribe(async (event) => {
      if (event.name === 'full' || event.name === 'broken') set({ ...event, left: null });
      else if (event.name === 'space-freed' && stop?.name === 'full') set(null);
      else if (event.name === 'audits' && stop !== null) {
        const asked = stop;
        const left = await stateOf(api.audits, asked.audit);
        if (stop !== asked) return;
        if (left === null || (asked.left ?? left) !== left) set(null);
        else asked.left = left;
      }
    });
  }, [api]);
  return (
    <div role="alert" class="trouble">
      {trouble === null ? null : (
        <Banner sort="bad">
          <p>
            <b>{t(trouble.name === 'full' ? 'workspace_full' : 'workspace_broken')}</b>
          </p>
          <Why t={t} why={trouble.why} />
          <p>{t(trouble.name === 'full' ? 'workspace_full_advice' : 'workspace_broken_advice')}</p>
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

async function stateOf(audits: AuditsApi, id: string): Promise<AuditState | null> {
  return (await audits.list()).find((audit) => audit.id === id)?.state ?? null;
}
