import { useEffect, useState } from 'preact/hooks';
import type { AuditsApi, WorkspaceApi } from '../../lib/audits/api/workspace-api.ts';
import type { AuditState } from '../../lib/audits/bulk-audit.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { Banner } from './shared/banner.tsx';
import { ErrorDetail } from './shared/error-detail.tsx';
import { hrefOf } from './shared/route.ts';

/** The event that stopped an audit. `left`: the audit's state afterwards; null until it is known. */
type AuditStop = { name: 'full' | 'broken'; audit: string; why?: string; left: AuditState | null };

/** A notice of what stopped an audit, and what to do about it. Screen readers announce it. It goes when the audit continues or is deleted. */
export function AuditStopNotice({ t, api }: { t: Translate; api: WorkspaceApi }) {
  const [stop, setStop] = useState<Pick<AuditStop, 'name' | 'why'> | null>(null);
  useEffect(() => {
    let stop: AuditStop | null = null;
    const set = (next: AuditStop | null): void => {
      stop = next;
      setStop(next);
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
      {stop === null ? null : (
        <Banner sort="bad">
          <p>
            <b>{t(stop.name === 'full' ? 'workspace_full' : 'workspace_broken')}</b>
          </p>
          <ErrorDetail t={t} why={stop.why} />
          <p>{t(stop.name === 'full' ? 'workspace_full_advice' : 'workspace_broken_advice')}</p>
          <div class="actions">
            <a href={hrefOf({ section: 'audits', audit: null })}>{t('workspace_audits')}</a>
            <a href={hrefOf({ section: 'history', site: null })}>{t('workspace_history')}</a>
            <button type="button" onClick={() => setStop(null)}>
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
