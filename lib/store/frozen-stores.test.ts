/**
 * What each version of the store left behind, opened by this one. The samples in `frozen/` were written by the version that
 * they are named for and are never changed: a new version gets a new one.
 */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import {
  closeStore,
  databaseName,
  databaseVersion,
  readAudits,
  readEntries,
  readEntryPicture,
  readEntryReport,
  readVisits,
} from './audit-store.ts';

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

/** The stores of each version, as that version made them. */
const made: Record<number, (sample: Sample) => Promise<void>> = {
  1: async (sample) => fill(await openDB(databaseName, 1, { upgrade: makeFirst }), sample),
  2: async (sample) => {
    const database = await openDB(databaseName, 2, {
      upgrade(database, _old, _new, transaction) {
        makeFirst(database);
        database.createObjectStore('pictures');
        transaction.objectStore('visits').createIndex('page', ['report.url', 'readAt']);
      },
    });
    await fill(database, sample);
  },
};

afterEach(async () => {
  await closeStore();
  await deleteDB(databaseName);
});

test('every version has its sample', () => {
  expect(Object.keys(made)).toEqual(Array.from({ length: databaseVersion }, (_, version) => `${version + 1}`));
});

test.each(Object.keys(made))('what version %s left is read as it was', async (version) => {
  const sample = JSON.parse(readFileSync(new URL(`./frozen/store-${version}.json`, import.meta.url), 'utf8')) as Sample;
  await made[Number(version)]?.(sample);
  expect(await readAudits()).toEqual(sample.audits);
  expect(await readEntries('a1')).toEqual(sample.entries);
  for (const { key, value } of sample.reports) expect(await readEntryReport(...key)).toEqual(value);
  expect(await readVisits('bakery.example')).toEqual(sample.visits);
  expect(sample.pictures ?? []).toHaveLength(Number(version) < 2 ? 0 : 2);
  for (const place of sample.entries.keys()) {
    const { value } = sample.pictures?.find(({ key }) => key[1] === place) ?? { value: null };
    const picture = await readEntryPicture('a1', place);
    if (value?.image === undefined || picture === null || 'none' in picture) expect(picture).toEqual(value);
    else {
      expect(picture).toEqual({ ...value, image: expect.any(Blob) });
      expect(picture.image.type).toBe(value.image.type);
      expect(Buffer.from(await picture.image.arrayBuffer()).toString('base64')).toBe(value.image.base64);
    }
  }
});
