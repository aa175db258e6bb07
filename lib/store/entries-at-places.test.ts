import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { importAudit } from './audits.ts';
import { readEntriesAt, readReportsAt } from './entries-at-places.ts';
import { deleteStore, large } from './fixtures.ts';
import { partSize } from './parts.ts';

afterEach(deleteStore);

async function all<Item>(parts: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(partSize);
    items.push(...part);
  }
  return items;
}

test('entries and reports at places come in the order of these', async () => {
  const { audit, places, entries, reports } = large;
  const { size } = audit;
  await importAudit(audit, entries, reports);
  const mixed = [size - 1, 0, ...places.filter((place) => place % 7 === 3).toReversed(), 5, 5];
  for (const wanted of [places, places.toReversed(), mixed, [], [size + 5]]) {
    expect((await all(readEntriesAt('large', wanted))).map(({ place }) => place)).toEqual(
      wanted.filter((place) => place < size),
    );
    expect(await all(readReportsAt('large', wanted))).toEqual(
      wanted.flatMap((place) => reports.filter((report) => report.place === place)),
    );
  }
  expect(await all(readEntriesAt('b', places))).toEqual([]);
});
