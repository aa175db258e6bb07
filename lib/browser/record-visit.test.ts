import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayMs } from '../audits/timeline.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn, type TabReport } from '../checks/site-report.ts';
import { closeStore, databaseName } from '../store/database.ts';
import { readVisits } from '../store/history.ts';
import { recordVisit } from './record-visit.ts';
import {
  isHistoryFull,
  noteHistoryFull,
  readHistorySettings,
  writeHistorySettings,
} from './settings/history-settings.ts';

const start = Date.parse('2026-11-22T08:00:00.000Z');
const after = (ms: number): Date => new Date(start + ms);
const filing = '京ICP备2021018374号-1';

function read(text: string, url = 'https://www.example.cn/'): TabReport {
  const { findings } = pageOf([block(text)]);
  const page = { url, findings: [...findings], capped: false, otherFrames: 0 };
  return { state: 'done', ...reportOn({ ...page, server: { state: 'not-asked' } }) };
}
const times = async () => (await readVisits('www.example.cn')).map(({ readAt }) => Date.parse(readAt) - start);

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.tabs, { get: async (id: number) => ({ incognito: id === 7 }) });
  await writeHistorySettings({ keepVisits: true, keepDays: 30 });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeStore();
  await deleteDB(databaseName);
});

test('no visit is kept unless the user switched that on', async () => {
  await fakeBrowser.storage.local.clear();
  expect((await readHistorySettings()).keepVisits).toBe(false);
  await recordVisit(1, read(filing), after(0));
  expect(await times()).toEqual([]);
});

test('invalid history settings count as the defaults', async () => {
  await fakeBrowser.storage.local.set({ history: { keepVisits: 'yes', keepDays: -1 } });
  expect((await readHistorySettings()).keepVisits).toBe(false);
});

test('a visit is kept again when the page changed or a day has passed, for each page of a site by itself', async () => {
  await recordVisit(1, read(filing), after(0));
  await recordVisit(1, read(filing), after(1));
  await recordVisit(1, read('文', 'https://www.example.cn/about'), after(2));
  await recordVisit(1, read(filing), after(3));
  await recordVisit(1, read('文'), after(4));
  await recordVisit(1, read('文'), after(5));
  await recordVisit(1, read('文'), after(dayMs + 5));
  expect(await times()).toEqual([dayMs + 5, 4, 2, 0]);
});

test('no visit is kept of private windows, tabs of audits, and pages that could not be read', async () => {
  await recordVisit(7, read(filing), after(0));
  await fakeBrowser.storage.session.set({ 'audit-tab:8': true });
  await recordVisit(8, read(filing), after(0));
  await recordVisit(1, { state: 'failed' }, after(0));
  await recordVisit(1, read(filing, 'about:blank'), after(0));
  expect(await times()).toEqual([]);
  await recordVisit(1, read(filing), after(0));
  expect(await times()).toEqual([0]);
});

test('visits that are older than the history setting allows are deleted', async () => {
  await recordVisit(1, read(filing), after(0));
  await recordVisit(1, read('文'), after(31 * dayMs));
  expect(await times()).toEqual([31 * dayMs]);
});

test('a full store loses only the new visit, and sets the flag that history is full', async () => {
  await recordVisit(1, read(filing), after(0));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  await recordVisit(1, read('文'), after(1));
  put.mockRestore();
  expect(await times()).toEqual([0]);
  expect(await isHistoryFull()).toBe(true);
  await noteHistoryFull(false);
  expect(await isHistoryFull()).toBe(false);
});
