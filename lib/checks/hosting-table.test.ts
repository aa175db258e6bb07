import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate, readTable } from './hosting-table.ts';
import type { Where } from './server.ts';

const day = '2026-11-01';
const table = readTable({
  date: day,
  v4: 'S0O1000000M100O300D400O1',
  v6: `S0O2${'0'.repeat(31)}M1${'0'.repeat(27)}O1`,
});

test('a table has the day of what it was made from', () => {
  expect(table.date).toBe(day);
});

describe('where an address lies', () => {
  test.each<[string, Where | null]>([
    ['0.0.0.0', 'special'],
    ['0.255.255.255', 'special'],
    ['1.0.0.0', 'outside'],
    ['1.0.0.255', 'outside'],
    ['1.0.1.0', 'mainland'],
    ['1.0.3.255', 'mainland'],
    ['1.0.4.0', 'outside'],
    ['1.0.7.255', 'outside'],
    ['1.0.8.0', 'disputed'],
    ['1.0.8.1', 'outside'],
    ['255.255.255.255', 'outside'],
    ['::ffff:1.0.1.0', 'mainland'],
    ['::', 'special'],
    ['1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'special'],
    ['2000::', 'outside'],
    ['2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'outside'],
    ['2001::', 'outside'],
    ['2000:1000::', 'mainland'],
    ['2000:1000::1', 'outside'],
    ['ffff::', 'outside'],
    ['no address', null],
    ['', null],
  ])('%s → %s', (ip, expected) => {
    expect(locate(table, ip)).toBe(expected);
  });

  test('any text has an answer', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        locate(table, text);
      }),
    );
  });
});

describe('a table that is broken says how', () => {
  const whole = { date: day, v4: 'O0', v6: 'O0' };
  test.each<[unknown, string]>([
    [null, 'it is no object'],
    ['O0', 'it is no object'],
    [{}, 'it has no date'],
    [{ ...whole, date: 20261101 }, 'it has no date'],
    [{ ...whole, date: 'yesterday' }, 'it has no date'],
    [{ date: day, v4: 'O0' }, 'v6 is no text'],
    [{ ...whole, v4: '' }, 'v4 is empty'],
    [{ ...whole, v4: 'M1' }, 'v4 is out of order at M1'],
    [{ ...whole, v4: 'O0M0' }, 'v4 is out of order at M0'],
    [{ ...whole, v4: 'O0M' }, 'v4 has the stretch M'],
    [{ ...whole, v4: 'O0X1' }, 'v4 has the stretch X1'],
    [{ ...whole, v4: '0O1' }, 'v4 has the stretch 0'],
    [{ ...whole, v4: 'O0 M1' }, 'v4 has the stretch  '],
    [{ ...whole, v4: 'O0M100000000' }, 'v4 goes beyond the last address'],
    [{ ...whole, v6: `O0M1${'0'.repeat(32)}` }, 'v6 goes beyond the last address'],
  ])('%j: %s', (data, why) => {
    expect(() => readTable(data)).toThrow(`The table of addresses is broken: ${why}`);
  });
});
