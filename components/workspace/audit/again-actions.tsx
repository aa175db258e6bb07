import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../../lib/audits/api/failure.ts';
import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import { countText, dayText } from '../../../lib/texts/amount-texts.ts';
import { Banner } from '../shared/banner.tsx';
import { ErrorDetail } from '../shared/error-detail.tsx';
import type { PageProps } from '../shared/page-props.ts';
import { hrefOf } from '../shared/route.ts';
import { useSiteAccess } from '../shared/use-site-access.ts';

/** The actions on a finished audit: repeat it, or retry its unreached entries (`unreached`: their count). */
export function AgainActions(props: Pick<PageProps, 't' | 'api'> & { audit: BulkAudit; unreached: number }) {
  const { t, api, audit, unreached } = props;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<'full' | Failure | null>(null);
  const hasSiteAccess = useSiteAccess(api.siteAccess);
  useEffect(() => setFault(null), [audit]);
  if (audit.state !== 'done' && audit.state !== 'cancelled') return null;

  const act = async (action: () => Promise<BulkAudit | 'full' | Failure | null>): Promise<void> => {
    setBusy(true);
    // Must be the first call: browsers accept a permission request only straight from a click. Without the permission each entry says
    // why it has no screenshot.
    if (audit.options.screenshots === true) await api.screenshots.requestPermission();
    // The right to take screenshots covers it. Without it, each page says that it was not allowed.
    else if (hasSiteAccess === false) await api.siteAccess.requestPermission();
    const done = await action();
    setBusy(false);
    const isFault = done === 'full' || (done !== null && 'error' in done);
    setFault(isFault ? done : null);
    if (!isFault && done !== null) api.navigate(hrefOf({ section: 'audits', audit: done.id }));
  };
  const again = async (): Promise<BulkAudit | 'full' | Failure> => {
    const name = firstName(audit, await api.audits.list());
    return api.audits.repeat(audit, t('workspace_again_name', name, dayText(t, api.now())));
  };
  return (
    <div class="again">
      <div class="actions">
        {unreached === 0 ? null : (
          <button type="button" disabled={isBusy} onClick={() => void act(() => api.audits.retry(audit.id))}>
            {t('workspace_retry', countText(t, unreached))}
          </button>
        )}
        <button type="button" disabled={isBusy} onClick={() => void act(again)}>
          {t('workspace_again')}
        </button>
      </div>
      <div role="alert">
        {fault === null ? null : (
          <Banner sort="bad">
            <p>
              <b>{t(fault === 'full' ? 'workspace_full_new' : 'workspace_start_broken')}</b>
            </p>
            {fault === 'full' ? <p>{t('workspace_full_new_advice')}</p> : <ErrorDetail t={t} why={fault.error} />}
          </Banner>
        )}
      </div>
    </div>
  );
}

/** The name of the first audit in a chain of repeated audits. A repeated name has a date, and the dates would add up. */
function firstName(audit: BulkAudit, audits: readonly BulkAudit[]): string {
  let first = audit;
  for (let left = audits.length; left > 0; left--) {
    const before = audits.find(({ id }) => id === first.repeats);
    if (before === undefined) break;
    first = before;
  }
  return first.name;
}
