import './entry-detail.css';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import type { Entry } from '../../../lib/audits/entry.ts';
import { countText, momentText } from '../../../lib/texts/amount-texts.ts';
import { entryStateText, pageOutcomeDetailText } from '../../../lib/texts/page-outcome-texts.ts';
import { Icon } from '../../shared/icon.tsx';
import { PageText } from '../../shared/page-text.tsx';
import type { PageProps } from '../shared/page-props.ts';
import { ReportView } from '../shared/report-view.tsx';
import { SiteTimeline } from '../shared/site-timeline.tsx';
import { useLoaded } from '../shared/use-loaded.ts';
import { EntryScreenshot } from './entry-screenshot.tsx';

/** A dialog for one entry of an audit: its page outcome, its report, its history. */
export function EntryDetail(props: PageProps & { entry: Entry; audit: BulkAudit; onClose: () => void }) {
  const { entry, audit, onClose, ...common } = props;
  const { t, api } = common;
  const dialog = useRef<HTMLDialogElement>(null);
  const { place, asked, address, ending, readAt, finalUrl, further, tries } = entry;
  // Loads the report when the entry ends while the dialog is open.
  const loadReport = useCallback(() => api.audits.report(audit.id, place), [api, audit.id, place, readAt]);
  const [report] = useLoaded(loadReport);
  const host = URL.canParse(finalUrl ?? address) ? new URL(finalUrl ?? address).host : null;
  const detail = pageOutcomeDetailText(t, ending);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog class="detail" ref={dialog} aria-labelledby="detail-title" onClose={onClose}>
      <header class="heading">
        {/* Not the first button: whoever opens a row with Enter would press it by the next. */}
        <h2 id="detail-title" tabIndex={-1} autofocus>
          <PageText text={asked} />
        </h2>
        <div class="actions">
          {report === null ? null : (
            <button type="button" onClick={() => void api.audits.save('evidence', audit, [entry])}>
              {t('workspace_save_evidence')}
            </button>
          )}
          <button type="button" onClick={() => api.openPage(finalUrl ?? address)}>
            <Icon shape="open" />
            {t('workspace_open_site')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('workspace_close')}
          </button>
        </div>
      </header>
      <dl class="facts">
        <div>
          <dt>{t('column_ending')}</dt>
          <dd>
            {entryStateText(t, ending?.state ?? 'waiting')}
            {detail === null ? null : (
              <>
                : <PageText text={detail} />
              </>
            )}
          </dd>
        </div>
        {finalUrl === null ? null : (
          <div>
            <dt>{t('column_final_url')}</dt>
            <dd>
              <PageText text={finalUrl} />
            </dd>
          </div>
        )}
        {further === null ? null : (
          <div>
            <dt>{t('column_further')}</dt>
            <dd>
              <PageText text={further} />
            </dd>
          </div>
        )}
        {readAt === null ? null : (
          <div>
            <dt>{t('workspace_column_read_at')}</dt>
            <dd>{momentText(t, readAt)}</dd>
          </div>
        )}
        <div>
          <dt>{t('column_tries')}</dt>
          <dd>{countText(t, tries)}</dd>
        </div>
      </dl>
      <EntryScreenshot t={t} audits={api.audits} entry={entry} />
      {report === null ? null : <ReportView {...common} report={report} />}
      {host === null ? null : <SiteTimeline {...common} site={host} hasReport={report !== null} opens={false} />}
    </dialog>
  );
}
