import { expect, test } from 'vitest';
import { type AuditState, auditBefore, type BulkAudit, defaultOptions } from './bulk-audit.ts';

const audit = (id: string, minute: number, state: AuditState): BulkAudit => ({
  id,
  name: id,
  createdAt: `2026-11-22T08:0${minute}:00.000Z`,
  state,
  options: defaultOptions,
  size: 1,
});

test('of several running audits only the oldest has its turn, and auditBefore gives it for the others', () => {
  const audits = [
    audit('third', 4, 'running'),
    audit('paused', 1, 'paused'),
    audit('first', 2, 'running'),
    audit('done', 0, 'done'),
    audit('second', 3, 'running'),
  ];
  const before = Object.fromEntries(audits.map((each) => [each.id, auditBefore(each, audits)?.id ?? null]));
  expect(before).toEqual({ third: 'first', paused: null, first: null, done: null, second: 'first' });
});
