import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { type Entry, newEntry } from '../audits/entry.ts';
import type { PageScreenshot } from '../audits/page-screenshot.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import * as store from './audit-store.ts';

const audit: BulkAudit = {
  id: 'a',
  name: 'partners',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'running',
  options: defaultOptions,
  size: 2,
};
const entries = [
  newEntry('a', 0, 'one.example', 'https://one.example/'),
  newEntry('a', 1, 'two.example', 'https://two.example/'),
];

function reportOf(url: string, number = '京ICP备2021018374号-1'): SiteReport {
  return reportOn({
    ...pageOf([block(number)]),
    url,
    findings: pageOf([block(number)]).findings.slice(),
    capped: false,
    otherFrames: 0,
  });
}

const ended = (place: number, readAt = '2026-11-22T08:01:00.000Z'): Entry => ({
  ...newEntry('a', place, entries[place]?.asked ?? '', entries[place]?.address ?? ''),
  tries: 1,
  ending: { state: 'numbers' },
  readAt,
});

beforeEach(async () => {
  await store.createAudit(audit, entries);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await store.closeStore();
  await deleteDB(store.databaseName);
});

test('an audit is kept with its entries, in their order', async () => {
  expect(await store.readAudits()).toEqual([audit]);
  expect(await store.readAudit('a')).toEqual(audit);
  expect(await store.readAudit('b')).toBeNull();
  expect(await store.readEntries('a')).toEqual(entries);
  expect(await store.readEntries('b')).toEqual([]);
});

test('many entries are read in parts, each once and in their order', async () => {
  const many = Array.from({ length: 4_000 }, (_, place) => newEntry('many', place, `${place}`, 'https://a.cn/'));
  await store.createAudit({ ...audit, id: 'many' }, many);
  const parts: Entry[][] = [];
  for await (const part of store.readEntriesInParts('many')) parts.push(part);
  expect(parts.flat()).toEqual(many);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(many.length);
  for await (const part of store.readEntriesInParts('none')) expect(part).toEqual([]);
});

test('audits come newest first', async () => {
  await store.createAudit({ ...audit, id: 'b', createdAt: '2026-11-23T08:00:00.000Z' }, []);
  expect((await store.readAudits()).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('an entry ends with its report and its visit', async () => {
  const report = reportOf('https://one.example/');
  const kept = await store.writeEnded(ended(0), report);
  expect(kept.numbers).toMatchObject([{ number: '京ICP备2021018374号-1', subject: '京ICP备2021018374号' }]);
  expect(await store.readEntries('a')).toEqual([kept, entries[1]]);
  expect(await store.readEntryReport('a', 0)).toEqual(report);
  expect(await store.readEntryReport('a', 1)).toBeNull();
  expect(await store.readVisits('one.example')).toMatchObject([{ readAt: '2026-11-22T08:01:00.000Z', report }]);
});

test('an entry that was not read has neither', async () => {
  const gone: Entry = { ...ended(1), ending: { state: 'unreachable', cause: 'dns', status: null } };
  expect(await store.writeEnded(gone, null)).toEqual(gone);
  expect(await store.readSites()).toEqual([]);
});

test('what a full store refuses is refused whole, and said', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(store.writeEnded(ended(0), reportOf('https://one.example/'))).rejects.toThrow(store.StoreFullError);
  expect(await store.readEntries('a')).toEqual(entries);
  expect(await store.readEntryReport('a', 0)).toBeNull();
  expect(await store.readVisits('one.example')).toEqual([]);
  await store.writeEnded(ended(0), null);
  expect((await store.readEntries('a'))[0]?.ending).toEqual({ state: 'numbers' });
});

const screenshot: PageScreenshot = {
  image: new Blob(['screenshot'], { type: 'image/jpeg' }),
  takenAt: '2026-11-22T08:00:59.000Z',
  widthPx: 1280,
  heightPx: 800,
  view: 'number',
};

test('an entry ends with the screenshot of its page, or why there is none, and both go with its audit', async () => {
  await store.createAudit({ ...audit, id: 'b' }, []);
  await store.writeEnded(ended(0), reportOf('https://one.example/'), screenshot);
  await store.writeEnded(ended(1), reportOf('https://two.example/'), { none: 'closed' });
  await store.writeEnded({ ...ended(0), audit: 'b' }, reportOf('https://one.example/'), screenshot);
  const kept = await store.readEntryScreenshot('a', 0);
  expect(kept).toEqual({ ...screenshot, image: expect.any(Blob) });
  expect(kept !== null && 'image' in kept ? await kept.image.text() : null).toBe('screenshot');
  expect(await store.readEntryScreenshot('a', 1)).toEqual({ none: 'closed' });
  await store.deleteAudit('a');
  expect(await store.readEntryScreenshot('a', 0)).toBeNull();
  expect(await store.readEntryScreenshot('a', 1)).toBeNull();
  expect(await store.readEntryScreenshot('b', 0)).not.toBeNull();
});

test('where there is room for the report but not for the screenshot, the report is kept and says so', async () => {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...[value, key]) {
    if (value instanceof Object && 'image' in value) throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  const report = reportOf('https://one.example/');
  await store.writeEnded(ended(0), report, screenshot);
  expect((await store.readEntries('a'))[0]?.ending).toEqual({ state: 'numbers' });
  expect(await store.readEntryReport('a', 0)).toEqual(report);
  expect(await store.readEntryScreenshot('a', 0)).toEqual({ none: 'no-room' });
  expect(await store.readVisits('one.example')).toHaveLength(1);
});

test('a deleted audit leaves the history of its sites', async () => {
  await store.writeEnded(ended(0), reportOf('https://one.example/'));
  await store.deleteAudit('a');
  expect(await store.readAudits()).toEqual([]);
  expect(await store.readEntries('a')).toEqual([]);
  expect(await store.readEntryReport('a', 0)).toBeNull();
  expect(await store.readVisits('one.example')).toHaveLength(1);
});

test('a state is set; that of an audit that is gone is not', async () => {
  await store.writeAuditState('a', 'paused');
  await store.writeAuditState('gone', 'paused');
  expect((await store.readAudits()).map(({ state }) => state)).toEqual(['paused']);
});

test('history is told by site, newest first, and deleted by visit, site, time or whole', async () => {
  await store.writeVisit(reportOf('https://one.example/'), '2026-11-20T08:00:00.000Z');
  await store.writeVisit(reportOf('https://one.example/about'), '2026-11-21T08:00:00.000Z');
  await store.writeVisit(reportOf('https://two.example/'), '2026-11-22T08:00:00.000Z');
  expect(await store.readSites()).toEqual([
    { site: 'one.example', visits: 2, lastReadAt: '2026-11-21T08:00:00.000Z' },
    { site: 'two.example', visits: 1, lastReadAt: '2026-11-22T08:00:00.000Z' },
  ]);
  const [newest] = await store.readVisits('one.example');
  expect(newest?.readAt).toBe('2026-11-21T08:00:00.000Z');
  await store.deleteVisit(newest?.id ?? '');
  expect(await store.readVisits('one.example')).toHaveLength(1);
  expect(await store.deleteVisitsBefore('2026-11-20T08:00:00.000Z')).toBe(0);
  expect(await store.deleteVisitsBefore('2026-11-20T08:00:00.001Z')).toBe(1);
  expect(await store.readSites()).toHaveLength(1);
  await store.writeVisit(reportOf('https://three.example/'), '2026-11-22T09:00:00.000Z');
  await store.deleteHistory(['two.example']);
  expect((await store.readSites()).map(({ site }) => site)).toEqual(['three.example']);
  await store.deleteHistory('all');
  expect(await store.readSites()).toEqual([]);
});

test('a store of a newer version is left alone', async () => {
  await store.closeStore();
  const newer = await openDB(store.databaseName, store.databaseVersion + 1);
  newer.close();
  await expect(store.readAudits()).rejects.toThrow(store.StoreTooNewError);
});
