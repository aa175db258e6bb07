import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { textsOf } from '../../components/shared/fixtures.ts';
import type { AuditEvent } from '../audits/api/audit-event.ts';
import type { StoreLocation } from '../audits/api/store-location.ts';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { newEntry } from '../audits/entry.ts';
import { reportOn } from '../checks/site-report.ts';
import { createAudit, readAudits } from '../store/audits.ts';
import { closeStore } from '../store/database.ts';
import { readVisits, writeVisit } from '../store/history.ts';
import 'fake-indexeddb/auto';
import { isHistoryFull, noteHistoryFull, writeHistorySettings } from '../browser/settings/history-settings.ts';
import { FakeWorker, fakeLocks, makeFakeWorker, settled } from '../jobs/fixtures.ts';
import { openWorkspaceApi } from './workspace-api.ts';

const now = new Date('2026-11-27T12:00:00.000Z');
const audit: BulkAudit = { id: 'a', name: 'partners', createdAt: '', state: 'done', options: defaultOptions, size: 1 };
const report = reportOn({
  url: 'https://www.example.cn/',
  findings: [],
  capped: false,
  otherFrames: 0,
  server: { state: 'not-asked' },
});
const request = vi.fn();
const leaving = vi.fn();

/** The API of a page with a given store. Another page holds the locks, so this one runs no audit. */
async function open(store: StoreLocation = { kind: 'disk' }) {
  const startWorker = vi.fn(makeFakeWorker);
  const api = await openWorkspaceApi(store, { t: textsOf('en'), now: () => now, startWorker });
  const events: AuditEvent['name'][] = [];
  api.audits.subscribe(({ name }) => events.push(name));
  return { api, startWorker, events };
}

/** Has the browser refuse to store anything, for a reason. */
function refuseWrites(name: string): void {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('The disk says no.', name);
  });
}

beforeEach(async () => {
  await fakeBrowser.storage.local.clear();
  // Nothing is deleted when the workspace is opened, unless a test says so.
  await writeHistorySettings({ keepVisits: false, keepDays: null });
  request.mockReset();
  leaving.mockReset();
  FakeWorker.all = [];
  // As without the permission to see servers.
  Object.assign(fakeBrowser, { webRequest: undefined });
  Object.assign(fakeBrowser.permissions, { request });
  Object.assign(fakeBrowser.extension, { inIncognitoContext: false });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ name: 'ICP Lens', version: '0.1.0' }) });
  Object.defineProperty(globalThis, 'indexedDB', { value: new IDBFactory(), configurable: true, writable: true });
  vi.stubGlobal('addEventListener', (name: string) => name === 'beforeunload' && leaving());
  vi.stubGlobal('navigator', {
    locks: fakeLocks().locks,
    storage: { estimate: async () => ({ usage: 5, quota: 100 }) },
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await closeStore();
});

describe('an audit that is repeated', () => {
  beforeEach(() => createAudit(audit, [newEntry('a', 0, 'a.cn', 'http://a.cn/')]));

  test('is a new one of the same addresses, which runs', async () => {
    const { api } = await open();
    const repeated = await api.audits.repeat(audit, 'again');
    expect(repeated).toMatchObject({ name: 'again', state: 'running', size: 1 });
    expect((await readAudits()).find(({ name }) => name === 'again')).toMatchObject({ repeats: 'a' });
  });

  test.each([
    ['gives "full" where the storage quota is used up', 'QuotaExceededError', 'full'],
    ['gives the message of any other error', 'UnknownError', { error: 'UnknownError: The disk says no.' }],
  ])('%s', async (_what, name, fault) => {
    const { api } = await open();
    refuseWrites(name);
    expect(await api.audits.repeat(audit, 'again')).toEqual(fault);
  });
});

test('an audit whose unreached entries are read again gives null', async () => {
  await createAudit(audit, [newEntry('a', 0, 'a.cn', 'http://a.cn/')]);
  const { api } = await open();
  expect(await api.audits.retry('a')).toBeNull();
});

test.each([
  'an audit',
  'a visit',
  'the history of sites',
])('after %s is deleted, the history no longer counts as full, and the event says that there is space', async (what) => {
  const { api, events } = await open();
  await noteHistoryFull(true);
  if (what === 'an audit') await api.audits.delete('a');
  else if (what === 'a visit') await api.history.deleteVisit('v');
  else await api.history.deleteSites('all');
  expect(await isHistoryFull()).toBe(false);
  expect(events).toEqual(['space-freed', 'audits']);
});

describe('reports that are older than the user wants to keep', () => {
  beforeEach(async () => {
    await writeHistorySettings({ keepVisits: true, keepDays: 30 });
    await writeVisit(report, '2026-10-01T00:00:00.000Z');
    await writeVisit(report, '2026-11-20T00:00:00.000Z');
  });
  const kept = async (): Promise<string[]> => (await readVisits('www.example.cn')).map(({ readAt }) => readAt);

  test('are deleted when the workspace is opened', async () => {
    await open();
    await vi.waitFor(async () => expect(await kept()).toEqual(['2026-11-20T00:00:00.000Z']));
  });

  test('stay as the setting is changed', async () => {
    await writeHistorySettings({ keepVisits: true, keepDays: null });
    const { api } = await open();
    await api.history.changeSettings({ keepVisits: true, keepDays: 1 });
    await settled();
    expect(await kept()).toHaveLength(2);
  });

  test('are not asked for where there is no store', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get');
    await open({ kind: 'none', fault: 'other', why: 'No store.' });
    expect(get).not.toHaveBeenCalled();
  });
});

describe('a page whose store is in its memory', () => {
  test('reads addresses itself, without a worker', async () => {
    const { api, startWorker } = await open({ kind: 'memory' });
    const read = await api.audits.openReader().read(['example.cn'], [null]);
    expect(read).toMatchObject({ summary: { addresses: 1 }, unreadable: [] });
    expect(startWorker).not.toHaveBeenCalled();
  });

  test('knows no storage quota', async () => {
    expect(await (await open({ kind: 'memory' })).api.storageQuota()).toBeNull();
  });

  test('asks before it is closed once it holds an audit, and asks once', async () => {
    const { api } = await open({ kind: 'memory' });
    await createAudit(audit, []);
    expect(leaving).not.toHaveBeenCalled();
    await api.audits.setState('a', 'paused');
    expect(leaving).toHaveBeenCalledOnce();
    await api.audits.setState('a', 'cancelled');
    expect(leaving).toHaveBeenCalledOnce();
  });
});

describe('a page whose store is on the disk', () => {
  test('has a worker read addresses', async () => {
    const { api, startWorker } = await open();
    void api.audits.openReader().read(['example.cn'], [null]);
    expect(startWorker).toHaveBeenCalledOnce();
    expect(FakeWorker.all[0]?.tasks).toMatchObject([{ name: 'read', texts: ['example.cn'] }]);
  });

  test('gives the storage quota of the browser', async () => {
    expect(await (await open()).api.storageQuota()).toEqual({ usedBytes: 5, allowedBytes: 100 });
  });

  test('never asks before it is closed', async () => {
    const { api } = await open();
    await createAudit(audit, []);
    await api.audits.setState('a', 'paused');
    expect(leaving).not.toHaveBeenCalled();
  });
});

test.each([
  'siteAccess',
  'screenshots',
  'servers',
] as const)('a permission for %s that the browser does not even ask for counts as not given', async (kind) => {
  const { api } = await open();
  request.mockRejectedValueOnce(new Error('The page may ask after a click only.')).mockResolvedValueOnce(true);
  expect(await api[kind].requestPermission()).toBe(false);
  expect(await api[kind].requestPermission()).toBe(true);
});

test('entries of an audit are saved by their indexes, in the order given', async () => {
  const { api } = await open();
  const entry = (index: number) => newEntry('a', index, 'a.cn', 'http://a.cn/');
  api.audits.save('csv-sites', audit, [entry(4), entry(2)]);
  expect(FakeWorker.all[0]?.tasks).toMatchObject([{ name: 'save', audit: 'a', format: 'csv-sites', places: [4, 2] }]);
});

test('a file of addresses is read as text, and one that is too long for a text is refused by its name', async () => {
  const { api } = await open();
  expect(await api.sources.readFile(new File(['a.cn'], 'sites.txt'))).toBe('a.cn');
  const long = Object.defineProperty(new File([], 'long.csv'), 'size', { value: 0x2000_0000 });
  await expect(api.sources.readFile(long)).rejects.toThrow('long.csv is longer than a text can be.');
});
