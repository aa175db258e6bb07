import type { AuditState } from '../../lib/audit/bulk-audit.ts';
import type { TextKey } from '../../lib/words/translate.ts';

/** How an audit stands, in a word or two. */
export const auditStateTexts: Record<AuditState, TextKey> = {
  running: 'workspace_state_running',
  paused: 'workspace_state_paused',
  done: 'workspace_state_done',
  cancelled: 'workspace_state_cancelled',
};
