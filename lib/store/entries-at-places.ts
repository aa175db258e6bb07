/** The entries and reports at chosen places of an audit, as for the rows of a sorted or filtered table. */
import type { Entry } from '../audits/entry.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { openDatabase } from './database.ts';
import { partsOf } from './parts.ts';

/**
 * Gives the entries of an audit at the given places, in the order of the places, in lists of up to `partSize`. Places without an
 * entry are left out.
 */
export async function* readEntriesAt(audit: string, places: Iterable<number>): AsyncGenerator<Entry[]> {
  for (const part of partsOf(places)) {
    const store = (await openDatabase()).transaction('entries').store;
    const found = await readAtPlaces(audit, part, {
      readRange: async (range) => (await store.getAll(range)).map((entry) => ({ place: entry.place, value: entry })),
      readKey: (key) => store.get(key),
    });
    yield found.map(({ value }) => value);
  }
}

/**
 * Gives the reports of an audit at the given places, in the order of the places, in lists of up to `partSize`. Places without a
 * report are left out.
 */
export async function* readReportsAt(
  audit: string,
  places: Iterable<number>,
): AsyncGenerator<{ place: number; report: SiteReport }[]> {
  for (const part of partsOf(places)) {
    const store = (await openDatabase()).transaction('reports').store;
    const found = await readAtPlaces(audit, part, {
      readRange: async (range) => {
        const [keys, reports] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
        return reports.flatMap((value, index) => keys.slice(index, index + 1).map(([, place]) => ({ place, value })));
      },
      readKey: (key) => store.get(key),
    });
    yield found.map(({ place, value }) => ({ place, report: value }));
  }
}

/**
 * Reads the values at the given places. Places that lie close together, as in an unsorted table, need one request; others need
 * one request each.
 */
async function readAtPlaces<Value>(
  audit: string,
  places: readonly number[],
  store: {
    readRange: (range: IDBKeyRange) => Promise<{ place: number; value: Value }[]>;
    readKey: (key: [audit: string, place: number]) => Promise<Value | undefined>;
  },
): Promise<{ place: number; value: Value }[]> {
  const least = places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY);
  const most = places.reduce((most, place) => Math.max(most, place), Number.NEGATIVE_INFINITY);
  let values: (Value | undefined)[];
  if (most - least < places.length * 2) {
    const found = await store.readRange(IDBKeyRange.bound([audit, least], [audit, most]));
    const valueAt = new Map(found.map(({ place, value }) => [place, value]));
    values = places.map((place) => valueAt.get(place));
  } else {
    values = await Promise.all(places.map((place) => store.readKey([audit, place])));
  }
  return places.flatMap((place, index) => {
    const value = values[index];
    return value === undefined ? [] : [{ place, value }];
  });
}
