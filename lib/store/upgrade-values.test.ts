/**
 * What each version of the store left behind, opened by this one. The samples in `frozen/` were written by the version that
 * they are named for and are never changed: a new version gets a new one.
 */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { readAudits } from './audits.ts';
import { closeStore, databaseName, databaseVersion, StoreFullError } from './database.ts';
import { readAuditReports, readEntries, readEntryReport, readEntryScreenshot } from './entries.ts';
import { readVisits } from './history.ts';

type Keyed = { key: [string, number]; value: unknown };
type Sample = Record<'audits' | 'entries' | 'visits', unknown[]> & {
  reports: Keyed[];
  /** From version 2 on; the image in JSON as its type and Base64. */
  pictures?: (Keyed & { value: { image?: { type: string; base64: string } } })[];
};

/** The image of a sample as what is kept. */
const imageOf = ({ type, base64 }: { type: string; base64: string }): Blob =>
  new Blob([Buffer.from(base64, 'base64')], { type });

function makeFirst(database: IDBPDatabase): void {
  database.createObjectStore('audits', { keyPath: 'id' });
  database.createObjectStore('entries', { keyPath: ['audit', 'place'] });
  database.createObjectStore('reports');
  const visits = database.createObjectStore('visits', { keyPath: 'id' });
  visits.createIndex('site', ['site', 'readAt']);
  visits.createIndex('readAt', 'readAt');
}

async function fill(database: IDBPDatabase, sample: Sample): Promise<void> {
  for (const store of ['audits', 'entries', 'visits'] as const) {
    for (const value of sample[store]) await database.put(store, value);
  }
  for (const { key, value } of sample.reports) await database.put('reports', value, key);
  for (const { key, value } of sample.pictures ?? []) {
    const kept = value.image === undefined ? value : { ...value, image: imageOf(value.image) };
    await database.put('pictures', kept, key);
  }
  database.close();
}

async function makeSecond(version: number, sample: Sample): Promise<void> {
  const database = await openDB(databaseName, version, {
    upgrade(database, _old, _new, transaction) {
      makeFirst(database);
      database.createObjectStore('pictures');
      transaction.objectStore('visits').createIndex('page', ['report.url', 'readAt']);
    },
  });
  await fill(database, sample);
}

/** The stores of each version, as that version made them. Version 3 has the stores of version 2. */
const made: Record<number, (sample: Sample) => Promise<void>> = {
  1: async (sample) => fill(await openDB(databaseName, 1, { upgrade: makeFirst }), sample),
  2: (sample) => makeSecond(2, sample),
  3: (sample) => makeSecond(3, sample),
};

/** The names of version 3 in place of those that versions 1 and 2 had for the same. */
function withNamesOfThird(text: string): string {
  return text
    .replaceAll('"lanes":', '"concurrency":')
    .replaceAll(/"pictures": (true|false)/g, '"screenshots": $1')
    .replaceAll(/"check":/g, '"code":');
}

const sampleText = (version: string): string =>
  readFileSync(new URL(`./frozen/store-${version}.json`, import.meta.url), 'utf8');

const failEveryPut = (fault: unknown) =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw fault;
  });

afterEach(async () => {
  vi.restoreAllMocks();
  await closeStore();
  await deleteDB(databaseName);
});

test('every version has its sample', () => {
  expect(Object.keys(made)).toEqual(Array.from({ length: databaseVersion }, (_, version) => `${version + 1}`));
});

test.each(Object.keys(made))('what version %s left is read, under the names of today', async (version) => {
  const left: Sample = JSON.parse(sampleText(version));
  const sample: Sample = JSON.parse(withNamesOfThird(sampleText(version)));
  expect(JSON.stringify(left) === JSON.stringify(sample)).toBe(version === '3');
  await made[Number(version)]?.(left);
  expect(await readAudits()).toEqual(sample.audits);
  expect(await readEntries('a1')).toEqual(sample.entries);
  for (const { key, value } of sample.reports) expect(await readEntryReport(...key)).toEqual(value);
  expect(await readVisits('bakery.example')).toEqual(sample.visits);
  expect(sample.pictures ?? []).toHaveLength(Number(version) < 2 ? 0 : 2);
  for (const place of sample.entries.keys()) {
    const { value } = sample.pictures?.find(({ key }) => key[1] === place) ?? { value: null };
    const screenshot = await readEntryScreenshot('a1', place);
    if (value?.image === undefined || screenshot === null || 'none' in screenshot) expect(screenshot).toEqual(value);
    else {
      expect(screenshot).toEqual({ ...value, image: expect.any(Blob) });
      expect(screenshot.image.type).toBe(value.image.type);
      expect(Buffer.from(await screenshot.image.arrayBuffer()).toString('base64')).toBe(value.image.base64);
    }
  }
});

/** Version 2 of a large audit: more entries and reports than an upgrade reads at a time, each entry before a barrier. */
function largeSample(): Sample {
  const sample: Sample = JSON.parse(sampleText('2'));
  const [entry] = sample.entries;
  const [report] = sample.reports;
  const places = Array.from({ length: 450 }, (_, place) => place);
  return {
    ...sample,
    entries: places.map((place) => ({ ...Object(entry), place, ending: { state: 'wall', wall: 'challenge' } })),
    reports: places.map((place) => ({ key: ['a1', place], value: report?.value })),
  };
}

test('an upgrade takes in every value of a store that is read in several parts', async () => {
  await made[2]?.(largeSample());
  const entries = await readEntries('a1');
  expect(entries).toHaveLength(450);
  for (const { ending } of entries) expect(ending).toEqual({ state: 'barrier', barrier: 'challenge' });
  const reports = await readAuditReports('a1');
  expect(reports.map(({ place }) => place)).toEqual(Array.from({ length: 450 }, (_, place) => place));
  for (const { report } of reports) expect(report.checks[0]).toHaveProperty('code', 'filing-link');
});

test.each<[string, unknown, new () => Error]>([
  ['the browser gives no more room', new DOMException('full', 'QuotaExceededError'), StoreFullError],
  ['it breaks', new RangeError('broken'), RangeError],
])('an upgrade in which %s leaves the store as it was and says so', async (_what, fault, expected) => {
  await made[2]?.(largeSample());
  const failing = failEveryPut(fault);
  await expect(readAudits()).rejects.toThrow(expected);
  failing.mockRestore();
  const left = await openDB(databaseName);
  expect(left.version).toBe(2);
  expect(await left.get('entries', ['a1', 449])).toMatchObject({ ending: { state: 'wall', wall: 'challenge' } });
  left.close();
  expect((await readEntries('a1'))[449]?.ending).toEqual({ state: 'barrier', barrier: 'challenge' });
});
