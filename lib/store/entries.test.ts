import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Entry, newEntry } from '../audits/entry.ts';
import type { PageScreenshot } from '../audits/page-screenshot.ts';
import { createAudit, deleteAudit } from './audits.ts';
import { StoreFullError } from './database.ts';
import { readEntries, readEntriesInParts, readEntryReport, readEntryScreenshot, writeEnded } from './entries.ts';
import { audit, deleteStore, ended, entries, reportOf } from './fixtures.ts';
import { readSites, readVisits } from './history.ts';

beforeEach(() => createAudit(audit, entries));

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteStore();
});

test('many entries are read in parts, each once and in their order', async () => {
  const many = Array.from({ length: 4_000 }, (_, place) => newEntry('many', place, `${place}`, 'https://a.cn/'));
  await createAudit({ ...audit, id: 'many' }, many);
  const parts: Entry[][] = [];
  for await (const part of readEntriesInParts('many')) parts.push(part);
  expect(parts.flat()).toEqual(many);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(many.length);
  for await (const part of readEntriesInParts('none')) expect(part).toEqual([]);
});

test('an entry ends with its report and its visit', async () => {
  const report = reportOf('https://one.example/');
  const kept = await writeEnded(ended(0), report);
  expect(kept.numbers).toMatchObject([{ number: '京ICP备2021018374号-1', subject: '京ICP备2021018374号' }]);
  expect(await readEntries('a')).toEqual([kept, entries[1]]);
  expect(await readEntryReport('a', 0)).toEqual(report);
  expect(await readEntryReport('a', 1)).toBeNull();
  expect(await readVisits('one.example')).toMatchObject([{ readAt: '2026-11-22T08:01:00.000Z', report }]);
});

test('an entry that was not read ends with neither a report nor a visit', async () => {
  const gone: Entry = { ...ended(1), ending: { state: 'unreachable', cause: 'dns', status: null } };
  expect(await writeEnded(gone, null)).toEqual(gone);
  expect(await readSites()).toEqual([]);
});

test('an outcome for which the store has no room is not stored at all, and StoreFullError is thrown', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(writeEnded(ended(0), reportOf('https://one.example/'))).rejects.toThrow(StoreFullError);
  expect(await readEntries('a')).toEqual(entries);
  expect(await readEntryReport('a', 0)).toBeNull();
  expect(await readVisits('one.example')).toEqual([]);
  await writeEnded(ended(0), null);
  expect((await readEntries('a'))[0]?.ending).toEqual({ state: 'numbers' });
});

const screenshot: PageScreenshot = {
  image: new Blob(['screenshot'], { type: 'image/jpeg' }),
  takenAt: '2026-11-22T08:00:59.000Z',
  widthPx: 1280,
  heightPx: 800,
  view: 'number',
};

test('an entry ends with the screenshot of its page, or why there is none, and both go with its audit', async () => {
  await createAudit({ ...audit, id: 'b' }, []);
  await writeEnded(ended(0), reportOf('https://one.example/'), screenshot);
  await writeEnded(ended(1), reportOf('https://two.example/'), { none: 'closed' });
  await writeEnded({ ...ended(0), audit: 'b' }, reportOf('https://one.example/'), screenshot);
  const kept = await readEntryScreenshot('a', 0);
  expect(kept).toEqual({ ...screenshot, image: expect.any(Blob) });
  expect(kept !== null && 'image' in kept ? await kept.image.text() : null).toBe('screenshot');
  expect(await readEntryScreenshot('a', 1)).toEqual({ none: 'closed' });
  await deleteAudit('a');
  expect(await readEntryScreenshot('a', 0)).toBeNull();
  expect(await readEntryScreenshot('a', 1)).toBeNull();
  expect(await readEntryScreenshot('b', 0)).not.toBeNull();
});

test('where there is room for the report but not for the screenshot, the report is kept and says so', async () => {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...[value, key]) {
    if (value instanceof Object && 'image' in value) throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  const report = reportOf('https://one.example/');
  await writeEnded(ended(0), report, screenshot);
  expect((await readEntries('a'))[0]?.ending).toEqual({ state: 'numbers' });
  expect(await readEntryReport('a', 0)).toEqual(report);
  expect(await readEntryScreenshot('a', 0)).toEqual({ none: 'no-room' });
  expect(await readVisits('one.example')).toHaveLength(1);
});
