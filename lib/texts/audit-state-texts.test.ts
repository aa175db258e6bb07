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

test('of two that run, one waits its turn', () => {
  expect(auditStateKey(first, [second, first], false)).toBe('workspace_state_running');
  expect(auditStateKey(second, [second, first], false)).toBe('workspace_state_queued');
});

test('one that was stopped, and could not be kept as paused for want of room, is not said to run', () => {
  expect(auditStateKey(first, [first], true)).toBe('workspace_state_stopped');
  expect(auditStateKey(audit('1', 'paused'), [], true)).toBe('workspace_state_paused');
});
