import { expect, test } from 'vitest';
import { type Entry, newEntry } from './entry.ts';
import { noFilter } from './filter-entries.ts';
import { createLiveAudit } from './live-audit.ts';

const start = Date.parse('2026-11-22T08:00:00.000Z');
const at = (seconds: number): Date => new Date(start + seconds * 1000);
const waiting = (place: number): Entry => newEntry('a', place, `${place}.cn`, `https://${place}.cn/`);
const ended = (place: number, seconds: number): Entry => ({
  ...waiting(place),
  ending: { state: 'none' },
  readAt: at(seconds).toISOString(),
});
const ten = Array.from({ length: 10 }, (_, place) => waiting(place));

test('progress counts entries as they end, and counts an entry that is put twice once', () => {
  const live = createLiveAudit(ten);
  live.put({ ...waiting(0), tries: 1 }, true);
  live.put({ ...waiting(1), tries: 1 }, true);
  expect(live.progress(at(1))).toMatchObject({ size: 10, ended: 0, open: 2, counts: { waiting: 10, none: 0 } });
  live.put(ended(0, 2), false);
  live.put(ended(0, 2), false);
  expect(live.progress(at(2))).toMatchObject({ size: 10, ended: 1, open: 1, counts: { waiting: 9, none: 1 } });
  expect(live.at(0)?.ending).toEqual({ state: 'none' });
  expect(live.at(10)).toBeNull();
  const rows = live.table.select({ ...noFilter, endings: ['none'] }, { column: 'place', descending: false });
  expect(rows.map(({ place }) => place)).toEqual([0]);
});

test('progress counts changed and compared entries once each', () => {
  const live = createLiveAudit([ended(0, 0), { ...ended(1, 0), changes: 0 }, { ...ended(2, 0), changes: 3 }]);
  expect(live.progress(at(1)).changes).toEqual({ changed: 1, compared: 2 });
  live.put({ ...ended(2, 1), changes: 5 }, false);
  live.put({ ...ended(0, 1), changes: 1 }, false);
  expect(live.progress(at(1)).changes).toEqual({ changed: 2, compared: 3 });
  live.put(waiting(2), true);
  expect(live.progress(at(1)).changes).toEqual({ changed: 1, compared: 2 });
});

test('rate and time left are known after three ends, and follow the last five minutes', () => {
  const live = createLiveAudit(ten);
  live.put(ended(0, 0), false);
  live.put(ended(1, 10), false);
  expect(live.progress(at(10))).toMatchObject({ perMinute: null, leftMs: null });
  live.put(ended(2, 20), false);
  expect(live.progress(at(20))).toMatchObject({ perMinute: 6, leftMs: 70_000 });
  // Nothing ends: the rate falls. After the window it is not known.
  expect(live.progress(at(40))).toMatchObject({ perMinute: 3, leftMs: 140_000 });
  expect(live.progress(at(400))).toMatchObject({ perMinute: null, leftMs: null });
});

test('entries that had ended before do not count for the rate, and a finished audit has no time left', () => {
  const live = createLiveAudit([ended(0, 0), ended(1, 1), ended(2, 2), waiting(3)]);
  expect(live.progress(at(3))).toMatchObject({ ended: 3, perMinute: null });
  for (const place of [0, 1, 2]) live.put(ended(place, 4), false);
  expect(live.progress(at(5)).perMinute).toBeNull();
});
