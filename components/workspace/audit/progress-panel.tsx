import './progress-panel.css';
import type { AuditState, BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import { type AuditProgress, entryStates } from '../../../lib/audits/live-audit.ts';
import { countText, durationText } from '../../../lib/texts/amount-texts.ts';
import { auditStateKey } from '../../../lib/texts/audit-state-texts.ts';
import type { TextKey, Translate } from '../../../lib/texts/language/translate.ts';
import { entryStateText } from '../../../lib/texts/page-outcome-texts.ts';
import { ConfirmButton } from '../shared/confirm-button.tsx';

/** How far an audit is, how it goes on, and the buttons that have it pause, go on or end. */
export function ProgressPanel(props: {
  t: Translate;
  audit: BulkAudit;
  /** The audit that is worked on first; null where this one has its turn. */
  before: BulkAudit | null;
  progress: AuditProgress;
  /** Whether this page does the work. */
  isLeader: boolean;
  /** Whether it was stopped for want of room, or because something broke, and has not gone on since. */
  isStopped: boolean;
  onState: (state: Exclude<AuditState, 'done'>) => void;
}) {
  const { t, audit, before, progress, isLeader, isStopped, onState } = props;
  const { state } = audit;
  const runs = state === 'running' && !isStopped;
  const rests = state === 'paused' || (state === 'running' && isStopped);
  const { size, ended, counts } = progress;
  const isOver = state === 'done' || state === 'cancelled';
  return (
    <section class={`panel progress ${state}`}>
      <div class="progress-line">
        <p class={`state ${state}`}>{t(auditStateKey(audit, before === null ? [] : [before, audit], isStopped))}</p>
        <p class="soft" aria-live="off">
          {before === null ? (runs ? paceText(t, progress) : null) : t('workspace_queued_behind', before.name)}
        </p>
        <div class="actions">
          {runs ? (
            <button type="button" onClick={() => onState('paused')}>
              {t('workspace_pause')}
            </button>
          ) : null}
          {rests ? (
            <button type="button" class="primary" onClick={() => onState('running')}>
              {t('workspace_resume')}
            </button>
          ) : null}
          {isOver ? null : (
            <ConfirmButton
              t={t}
              question="workspace_cancel_question"
              answer="workspace_cancel"
              onConfirm={() => onState('cancelled')}
            >
              {t('workspace_cancel')}
            </ConfirmButton>
          )}
        </div>
      </div>
      <div
        class="bar"
        role="progressbar"
        aria-label={t('workspace_progress')}
        aria-valuemin={0}
        aria-valuemax={size}
        aria-valuenow={ended}
        aria-valuetext={t('workspace_progress_value', countText(t, ended), countText(t, size))}
      >
        <div style={{ inlineSize: `${size === 0 ? 100 : (ended / size) * 100}%` }} />
      </div>
      <p class="progress-count">{t('workspace_progress_value', countText(t, ended), countText(t, size))}</p>
      <dl class="counts">
        {entryStates
          .filter((each) => counts[each] > 0)
          .map((each) => (
            <div key={each} class={each}>
              <dt>{entryStateText(t, each)}</dt>
              <dd>{countText(t, counts[each])}</dd>
            </div>
          ))}
      </dl>
      {isOver ? null : <p class="soft">{t(rests ? 'workspace_paused_about' : whereText(isLeader))}</p>}
    </section>
  );
}

function whereText(isLeader: boolean): TextKey {
  return isLeader ? 'workspace_stay_open' : 'workspace_works_elsewhere';
}

function paceText(t: Translate, { perMinute, leftMs, open }: AuditProgress): string {
  if (perMinute === null) return t('workspace_pace_unknown', countText(t, open));
  const rate = t('workspace_pace', countText(t, Math.max(1, Math.round(perMinute))));
  return leftMs === null ? rate : `${rate} · ${t('workspace_time_left', durationText(t, leftMs))}`;
}
