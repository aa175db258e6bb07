import './site-timeline.css';
import { useCallback, useMemo } from 'preact/hooks';
import { timelineOf } from '../../../lib/audits/timeline.ts';
import { overallOf } from '../../../lib/checks/outcome.ts';
import { isOwn } from '../../../lib/icp/finding.ts';
import { countText, momentText } from '../../../lib/texts/amount-texts.ts';
import { overallTexts } from '../../../lib/texts/outcome-texts.ts';
import { outcomeShapes } from '../../report/check-row.tsx';
import { shownNumber } from '../../report/number-card.tsx';
import { Icon } from '../../shared/icon.tsx';
import { PageText } from '../../shared/page-text.tsx';
import { ChangeList } from './change-list.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import type { PageProps } from './page-props.ts';
import { ReportView } from './report-view.tsx';
import { useLoaded } from './use-loaded.ts';

/**
 * What is known of a site over time, the newest first: each report, and what changed since the one before it. `hasReport`: a
 * report of the site stands above the timeline. `opens`: each report can be opened here.
 */
export function SiteTimeline(props: PageProps & { site: string; hasReport: boolean; opens: boolean }) {
  const { site, hasReport, opens, ...common } = props;
  const { t, api } = common;
  const load = useCallback(() => api.history.visits(site), [api, site]);
  const [visits, reload] = useLoaded(load);
  const steps = useMemo(() => timelineOf(visits ?? []), [visits]);
  if (visits === null) return null;
  return (
    <section class="timeline">
      <h2>
        {t('workspace_timeline')} {steps.length === 0 ? null : <span class="count">{countText(t, steps.length)}</span>}
      </h2>
      {steps.length === 0 ? (
        <p class="soft">{t(hasReport ? 'workspace_timeline_none_else' : 'workspace_timeline_none')}</p>
      ) : null}
      <ol>
        {steps.map(({ past, before, changes }) => {
          const { report, readAt, id } = past;
          const worst = overallOf(report.checks);
          const own = report.findings.filter(isOwn);
          return (
            <li key={id}>
              <div class="step-line">
                <time dateTime={readAt}>{momentText(t, readAt)}</time>
                <span class={`outcome ${worst}`}>
                  <Icon shape={outcomeShapes[worst]} />
                  {t(overallTexts[worst])}
                </span>
                <span class="soft">
                  <PageText text={report.url} />
                </span>
              </div>
              <p>
                {own.length === 0
                  ? t('summary_none_own')
                  : own.map((finding) => (
                      <span class="own" key={shownNumber(finding)}>
                        <PageText text={shownNumber(finding)} />
                      </span>
                    ))}
              </p>
              {before === null ? (
                <p class="soft">{t('workspace_first_report')}</p>
              ) : (
                <ChangeList t={t} changes={changes} since={before.readAt} />
              )}
              <div class="actions">
                <button type="button" onClick={() => void api.history.saveEvidence(past)}>
                  {t('workspace_save_evidence')}
                </button>
                <ConfirmButton
                  t={t}
                  question="workspace_delete_visit_question"
                  answer="workspace_delete"
                  label={t('workspace_delete_named', momentText(t, readAt))}
                  onConfirm={() => void api.history.deleteVisit(id).then(reload)}
                >
                  {t('workspace_delete')}
                </ConfirmButton>
              </div>
              {opens ? (
                <details class="whole">
                  <summary>{t('workspace_show_report')}</summary>
                  <ReportView {...common} report={report} />
                </details>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
