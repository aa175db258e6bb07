import { useEffect, useState } from 'preact/hooks';
import type { BulkAudit } from '../../lib/audit/bulk-audit.ts';
import { countText, dayText } from './amounts.ts';
import { Banner } from './banner.tsx';
import type { Broken } from './deeds.ts';
import { hrefOf } from './route.ts';
import { usePageRight } from './use-page-right.ts';
import { Why } from './why.tsx';
import type { PageProps } from './workspace.tsx';

/** What can be done with an audit that is over: to make it again, or to read again what was not reached (`unreached`). */
export function AgainActions(props: Pick<PageProps, 't' | 'deeds'> & { audit: BulkAudit; unreached: number }) {
  const { t, deeds, audit, unreached } = props;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<'full' | Broken | null>(null);
  const mayReadAll = usePageRight(deeds.pages);
  useEffect(() => setFault(null), [audit]);
  if (audit.state !== 'done' && audit.state !== 'cancelled') return null;

  const act = async (deed: () => Promise<BulkAudit | 'full' | Broken | null>): Promise<void> => {
    setBusy(true);
    // Nothing may come before the question: browsers want it to come straight from the click. Without the right each page says
    // why it has no picture.
    if (audit.options.pictures === true) await deeds.pictures.ask();
    // The right to take pictures covers it. Without it, each page says that it was not allowed.
    else if (mayReadAll === false) await deeds.pages.ask();
    const done = await deed();
    setBusy(false);
    const isFault = done === 'full' || (done !== null && 'broken' in done);
    setFault(isFault ? done : null);
    if (!isFault && done !== null) deeds.go(hrefOf({ section: 'audits', audit: done.id }));
  };
  const again = async (): Promise<BulkAudit | 'full' | Broken> => {
    const name = firstName(audit, await deeds.audits.list());
    return deeds.audits.again(audit, t('workspace_again_name', name, dayText(t, deeds.now())));
  };
  return (
    <div class="again">
      <div class="actions">
        {unreached === 0 ? null : (
          <button type="button" disabled={isBusy} onClick={() => void act(() => deeds.audits.retry(audit.id))}>
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
            {fault === 'full' ? <p>{t('workspace_full_new_advice')}</p> : <Why t={t} why={fault.broken} />}
          </Banner>
        )}
      </div>
    </div>
  );
}

/** What the first of the audits was called that made each other again: the days of those between would add up in a name. */
function firstName(audit: BulkAudit, audits: readonly BulkAudit[]): string {
  let first = audit;
  for (let left = audits.length; left > 0; left--) {
    const before = audits.find(({ id }) => id === first.repeats);
    if (before === undefined) break;
    first = before;
  }
  return first.name;
}
