import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { AuditEvent } from '../../lib/audits/api/audit-event.ts';
import type { WorkspaceApi } from '../../lib/audits/api/workspace-api.ts';
import type { AuditState, BulkAudit } from '../../lib/audits/bulk-audit.ts';
import { textsOf } from '../shared/fixtures.ts';
import { AuditStopNotice } from './audit-stop-notice.tsx';

const t = textsOf('en');
const broken: AuditEvent = { name: 'broken', audit: 'a', why: 'UnknownError: the disk is gone' };

/** The notice over some audits, and a function that publishes an event about them. */
async function shown() {
  let audits: Pick<BulkAudit, 'id' | 'state'>[] = [];
  let hear: (event: AuditEvent) => void = () => {};
  const subscribe = (listener: typeof hear) => {
    hear = listener;
    return () => {};
  };
  const api = { audits: { subscribe, list: async () => audits } } as unknown as WorkspaceApi;
  const root = document.createElement('div');
  await act(() => render(<AuditStopNotice t={t} api={api} />, root));
  const happen = async (event: AuditEvent, states: Record<string, AuditState>): Promise<string> => {
    audits = Object.entries(states).map(([id, state]) => ({ id, state }));
    await act(async () => hear(event));
    return root.querySelector('b')?.textContent ?? '';
  };
  return Object.assign(happen, { all: () => root.textContent });
}

test.each<[string, Record<string, AuditState>]>([
  ['is deleted', { b: 'running' }],
  ['goes on', { a: 'running', b: 'running' }],
  ['is cancelled', { a: 'cancelled', b: 'running' }],
])('the notice of a stopped audit goes when the audit %s, and not before', async (_what, after) => {
  const happen = await shown();
  const paused = { a: 'paused', b: 'running' } as const;
  expect(await happen(broken, paused)).toBe(t('workspace_broken'));
  expect(happen.all()).toContain('UnknownError: the disk is gone');
  expect(await happen({ name: 'audits' }, paused)).toBe(t('workspace_broken'));
  expect(await happen({ name: 'audits' }, { ...paused, b: 'done' })).toBe(t('workspace_broken'));
  expect(await happen({ name: 'space-freed' }, paused)).toBe(t('workspace_broken'));
  expect(await happen({ name: 'audits' }, after)).toBe('');
});

test('the notice of a full store stays until storage is freed, even for an audit that could not be paused', async () => {
  const happen = await shown();
  const running = { a: 'running' } as const;
  expect(await happen({ name: 'full', audit: 'a' }, running)).toBe(t('workspace_full'));
  expect(await happen({ name: 'audits' }, running)).toBe(t('workspace_full'));
  expect(await happen({ name: 'audits' }, running)).toBe(t('workspace_full'));
  expect(await happen({ name: 'space-freed' }, running)).toBe('');
});
