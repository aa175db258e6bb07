import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { type Entry, newEntry } from '../audits/entry.ts';
import { pageOf } from '../checks/fixtures.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import {
  closeStore,
  createAudit,
  databaseName,
  importAudit,
  partSize,
  readAudits,
  readEntries,
  readEntriesAt,
  readReportsAt,
  StoreFullError,
} from './audit-store.ts';

const size = partSize * 3 + 7;
const audit: BulkAudit = {
  id: 'a',
  name: 'many',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'paused',
  options: defaultOptions,
  size,
};
const places = Array.from({ length: size }, (_, place) => place);
const entries = places.map((place) => newEntry('a', place, `site-${place}.cn`, `https://site-${place}.cn/`));
const reportOf = (place: number): SiteReport =>
  reportOn({ ...pageOf([]), findings: [], url: `https://site-${place}.cn/`, capped: false, otherFrames: 0 });
const everyThird = places.filter((place) => place % 3 === 0);
const reports = everyThird.map((place) => ({ place, report: reportOf(place) }));

afterEach(async () => {
  vi.restoreAllMocks();
  await closeStore();
  await deleteDB(databaseName);
});

async function all<Item>(parts: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(partSize);
    items.push(...part);
  }
  return items;
}

test('an audit of many entries is kept in parts, each told', async () => {
  const kept: number[] = [];
  await createAudit(audit, entries, (count) => kept.push(count));
  expect(kept).toEqual([partSize, partSize * 2, partSize * 3, size]);
  expect(await readEntries('a')).toEqual(entries);
});

test('entries and reports at places come in the order of these', async () => {
  await importAudit(audit, entries, reports);
  const mixed = [size - 1, 0, ...places.filter((place) => place % 7 === 3).toReversed(), 5, 5];
  for (const wanted of [places, places.toReversed(), mixed, [], [size + 5]]) {
    expect((await all(readEntriesAt('a', wanted))).map(({ place }) => place)).toEqual(
      wanted.filter((place) => place < size),
    );
    expect(await all(readReportsAt('a', wanted))).toEqual(
      wanted.filter((place) => place % 3 === 0 && place < size).map((place) => ({ place, report: reportOf(place) })),
    );
  }
  expect(await all(readEntriesAt('b', places))).toEqual([]);
});

test.each<[string, () => void, new (message?: string) => Error]>([
  [
    'the store is full',
    () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    StoreFullError,
  ],
  [
    'what gives the entries breaks off',
    () => {
      throw new TypeError('broken');
    },
    TypeError,
  ],
])('where %s in the midst, nothing is kept', async (_why, fail, error) => {
  function* broken(): Generator<Entry> {
    for (const entry of entries) {
      if (entry.place === partSize * 2 + 1) fail();
      yield entry;
    }
  }
  await expect(importAudit(audit, broken(), reports)).rejects.toThrow(error);
  expect(await readAudits()).toEqual([]);
  expect(await readEntries('a')).toEqual([]);
});
