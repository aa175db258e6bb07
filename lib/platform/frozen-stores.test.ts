/**
 * What each version of the store left behind, opened by this one. The samples in `frozen/` were written by the version that
 * they are named for and are never changed: a new version gets a new one.
 */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import {
  closeStore,
  databaseName,
  databaseVersion,
  readAudits,
  readEntries,
  readEntryReport,
  readVisits,
} from './audit-store.ts';

type Sample = Record<'audits' | 'entries' | 'visits', unknown[]> & {
  reports: { key: [string, number]; value: unknown }[];
};

/** The stores of each version, as that version made them. */
const made: Record<number, (sample: Sample) => Promise<void>> = {
  1: async (sample) => {
    const database = await openDB(databaseName, 1, {
      upgrade(database) {
        database.createObjectStore('audits', { keyPath: 'id' });
        database.createObjectStore('entries', { keyPath: ['audit', 'place'] });
        database.createObjectStore('reports');
        const visits = database.createObjectStore('visits', { keyPath: 'id' });
        visits.createIndex('site', ['site', 'readAt']);
        visits.createIndex('readAt', 'readAt');
      },
    });
    for (const store of ['audits', 'entries', 'visits'] as const) {
      for (const value of sample[store]) await database.put(store, value);
    }
    for (const { key, value } of sample.reports) await database.put('reports', value, key);
    database.close();
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
});
