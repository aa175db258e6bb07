import { type AuditState, auditBefore, type BulkAudit } from '../audits/bulk-audit.ts';
import type { TextKey } from './language/translate.ts';

const states: Record<AuditState, TextKey> = {
  running: 'workspace_state_running',
  paused: 'workspace_state_paused',
  done: 'workspace_state_done',
  cancelled: 'workspace_state_cancelled',
};

/**
 * How an audit stands among others, in a word or two. `isStopped`: it is to run, but what stopped it could not even be kept.
 */
export function auditStateText(audit: BulkAudit, audits: readonly BulkAudit[], isStopped: boolean): TextKey {
  if (audit.state === 'running' && isStopped) return 'workspace_state_stopped';
  return auditBefore(audit, audits) === null ? states[audit.state] : 'workspace_state_queued';
}
