import { expect, test } from 'vitest';
import { type AuditState, type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { auditStateKey } from './audit-state-texts.ts';

const audit = (id: string, state: AuditState): BulkAudit => ({
  id,
  name: id,
  createdAt: `2026-11-22T08:00:0${id}.000Z`,
  state,
  options: defaultOptions,
  size: 1,
});
const [first, second] = [audit('1', 'running'), audit('2', 'running')];

test('the second of two running audits is shown as queued', () => {
  expect(auditStateKey(first, [second, first], false)).toBe('workspace_state_running');
  expect(auditStateKey(second, [second, first], false)).toBe('workspace_state_queued');
});

test('a stopped audit that could not be saved as paused is not shown as running', () => {
  expect(auditStateKey(first, [first], true)).toBe('workspace_state_stopped');
  expect(auditStateKey(audit('1', 'paused'), [], true)).toBe('workspace_state_paused');
});
