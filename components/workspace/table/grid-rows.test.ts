import { expect, test } from 'vitest';
import { type Entry, newEntry } from '../../../lib/audits/entry.ts';
import { indexHolders } from '../../../lib/audits/group-holders.ts';
import { type GridRow, rowsOf } from './grid-rows.ts';

const entry = (place: number, ...subjects: string[]): Entry => ({
  ...newEntry('a', place, `${place}.cn`, `https://${place}.cn/`),
  ending: { state: subjects.length > 0 ? 'numbers' : 'none' },
  numbers: subjects.map((subject) => ({
    kind: 'icp-filing',
    number: `${subject}-1`,
    province: '11',
    status: 'valid',
    role: 'claim',
    hidden: false,
    subject,
  })),
});
const entries = [
  entry(0, 'one'),
  entry(1),
  entry(2, 'two'),
  entry(3, 'two', 'one'),
  entry(4, 'two'),
  entry(5, 'three'),
  entry(6, 'four', 'five'),
];

function all(grouped: boolean): GridRow[] {
  const { count, at } = rowsOf(entries, grouped ? indexHolders() : null);
  expect(at(count)).toBeNull();
  return Array.from({ length: count }, (_, index) => at(index)).filter((row) => row !== null);
}

test('rows without groups are the entries in their order', () => {
  expect(all(false).map((row) => row.row === 'entry' && row.entry.place)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('grouped rows stand under their holder, the largest group first, then single sites, then those without a known holder', () => {
  const rows = all(true);
  const told = rows.map((row) => (row.row === 'entry' ? row.entry.place : `${row.key}: ${row.count}`));
  expect(told).toEqual(['family two: 3', 2, 3, 4, 'family one: 2', 0, 3, 'single: 2', 5, 6, 'unknown: 1', 1]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});
