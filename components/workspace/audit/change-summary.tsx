import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import type { AuditProgress } from '../../../lib/audits/live-audit.ts';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { hrefOf } from '../shared/route.ts';

/** On how many sites of an audit something changed since their reports before, and the audit that it makes again. */
export function ChangeSummary(props: { t: Translate; audit: BulkAudit; progress: AuditProgress; onShow: () => void }) {
  const { t, audit, progress, onShow } = props;
  const { ended, changes } = progress;
  const { repeats } = audit;
  if (changes.compared === 0 && repeats === undefined) return null;
  const others = ended - changes.compared;
  return (
    <section class="panel change-summary">
      {changes.compared === 0 ? null : (
        <p>
          <b>{t('workspace_changed_sites', countText(t, changes.changed), countText(t, changes.compared))}</b>
          {others === 0 ? null : <span class="soft"> {t('workspace_changed_others', countText(t, others))}</span>}
        </p>
      )}
      <div class="actions">
        {changes.changed === 0 ? null : (
          <button type="button" onClick={onShow}>
            {t('workspace_changed_show')}
          </button>
        )}
        {repeats === undefined ? null : (
          <a href={hrefOf({ section: 'audits', audit: repeats })}>{t('workspace_audit_before')}</a>
        )}
      </div>
    </section>
  );
}
