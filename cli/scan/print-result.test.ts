import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { reportOf } from '../../lib/export/fixtures.ts';
import { type PageResult, printedPageOf } from './page-result.ts';
import { printerOf } from './print-result.ts';

const read = (change: Partial<PageResult>): PageResult => ({
  key: 'https://a.cn/',
  opened: 'https://a.cn/',
  tries: 1,
  readAt: '2026-11-22T08:30:00.000Z',
  ending: { state: 'none' },
  finalUrl: 'https://a.cn/',
  error: null,
  report: reportOf([]),
  ...change,
});
const outcomes = [
  printedPageOf('a.cn', read({ ending: { state: 'numbers' }, report: reportOf(['京ICP备2021018374号-1']) })),
  printedPageOf('b.cn', read({})),
  printedPageOf(
    'c.cn',
    read({
      ending: { state: 'redirected', to: 'https://other.example/' },
      report: reportOf(['京公网安备11010802046193号']),
    }),
  ),
  printedPageOf('d.cn', read({ ending: { state: 'barrier', barrier: 'login' } })),
  printedPageOf(
    'e.cn',
    read({
      ending: { state: 'unreachable', cause: 'dns', status: null },
      error: 'no such host',
      report: null,
      finalUrl: null,
    }),
  ),
];

function printed(format: 'table' | 'json' | 'csv'): string {
  const printer = printerOf(format);
  return [printer.begin(), ...outcomes.map((outcome) => printer.page(outcome)), printer.end()].join('');
}

test('the JSON printer gives one line a page, without the report', () => {
  const lines = printed('json').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(outcomes);
  expect(outcomes.map(({ state }) => state)).toEqual(['numbers', 'none', 'numbers', 'none', 'failed']);
  expect(Object.keys(outcomes[0] ?? {})).toEqual(['url', 'state', 'finalUrl', 'numbers', 'checks', 'capped', 'ending']);
});

test('the CSV printer gives one row a number, and one for a page without numbers', () => {
  const [header = [], ...rows] = parse(printed('csv')) as string[][];
  expect(rows.map((row) => [row[0], row[2], row[3], row[5], row[10]])).toEqual([
    ['a.cn', 'numbers', '', '京ICP备2021018374号-1', 'numbers'],
    ['b.cn', 'none', '', '', 'none'],
    ['c.cn', 'numbers', '', '京公网安备11010802046193号', 'redirected'],
    ['d.cn', 'none', '', '', 'barrier'],
    ['e.cn', 'failed', 'no such host', '', 'unreachable'],
  ]);
  for (const row of rows) expect(row.length).toBe(header.length);
});

test('the table printer names the redirect target, the barrier and the failure of a page', () => {
  const table = printed('table');
  expect(table).toContain('c.cn → https://other.example/');
  expect(table).toContain('no number found: the page asks to log in');
  expect(table).toContain('failed: no such host');
});
