import { type AuditState, auditBefore, type BulkAudit } from '../audits/bulk-audit.ts';
import type { TextKey } from './language/translate.ts';

const states: Record<AuditState, TextKey> = {
  running: 'workspace_state_running',
  paused: 'workspace_state_paused',
  done: 'workspace_state_done',
  cancelled: 'workspace_state_cancelled',
};

/**
 * The state of an audit among others, in a word or two. `isStopped`: the audit should run, but a full store or an error stopped
 * it, and even that state could not be saved.
 */
export function auditStateKey(audit: BulkAudit, audits: readonly BulkAudit[], isStopped: boolean): TextKey {
  if (audit.state === 'running' && isStopped) return 'workspace_state_stopped';
  return auditBefore(audit, audits) === null ? states[audit.state] : 'workspace_state_queued';
}
