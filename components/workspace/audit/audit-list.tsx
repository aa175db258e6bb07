import type { WorkspaceApi } from '../../../lib/audits/api/workspace-api.ts';
import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import { countText, momentText } from '../../../lib/texts/amount-texts.ts';
import { auditStateKey } from '../../../lib/texts/audit-state-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { PageText } from '../../shared/page-text.tsx';
import { ConfirmButton } from '../shared/confirm-button.tsx';
import { hrefOf } from '../shared/route.ts';

/** Audits, one a line: its name leads to it. */
export function AuditList(props: {
  t: Translate;
  api: WorkspaceApi;
  audits: readonly BulkAudit[];
  onDelete: () => void;
}) {
  const { t, api, audits, onDelete } = props;
  return (
    <ul class="panel lines">
      {audits.map((audit) => {
        const { id, name, createdAt, size, state } = audit;
        return (
          <li key={id}>
            <a class="title" href={hrefOf({ section: 'audits', audit: id })}>
              <PageText text={name} />
            </a>
            <span class="soft">{t('workspace_audit_size', countText(t, size))}</span>
            <span class={`state ${state}`}>{t(auditStateKey(audit, audits, api.audits.isStopped(id)))}</span>
            <time class="soft" dateTime={createdAt}>
              {momentText(t, createdAt)}
            </time>
            <ConfirmButton
              t={t}
              question="workspace_delete_audit_question"
              answer="workspace_delete"
              label={t('workspace_delete_named', name)}
              onConfirm={() => void api.audits.delete(id).then(onDelete)}
            >
              {t('workspace_delete')}
            </ConfirmButton>
          </li>
        );
      })}
    </ul>
  );
}
