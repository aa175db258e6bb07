import { describe, expect, test } from 'vitest';
import { readScanOptions } from './scan-options.ts';

const usual = {
  references: ['a.cn'],
  print: 'table',
  out: null,
  run: null,
  part: null,
  concurrency: 4,
  retries: 1,
  limitMs: 30_000,
  mayLackSandbox: false,
};

test.each([
  [['a.cn'], usual],
  [['--json', 'a.cn', '-'], { ...usual, references: ['a.cn', '-'], print: 'json' }],
  [['a.cn', '--csv'], { ...usual, print: 'csv' }],
  [['--no-sandbox', 'a.cn'], { ...usual, mayLackSandbox: true }],
  [['a.cn', '--out', 'x/Sites.XLSX'], { ...usual, out: { file: 'x/Sites.XLSX', format: 'xlsx' } }],
  [['a.cn', '--out=a.csv.jsonl'], { ...usual, out: { file: 'a.csv.jsonl', format: 'jsonl' } }],
  [
    ['a.cn', '--run', 'kept', '--part', '2/5', '--concurrency', '10', '--retries', '0', '--limit', '5'],
    { ...usual, run: 'kept', part: { number: 2, of: 5 }, concurrency: 10, retries: 0, limitMs: 5_000 },
  ],
  [['a.cn', '--lanes', '7'], { ...usual, concurrency: 7 }],
])('the arguments %j give their options', (args, expected) => {
  expect(readScanOptions(args)).toEqual(expected);
});

describe('faults of arguments', () => {
  test.each([
    [[], 'No page'],
    [['--json', '--csv', 'a.cn'], 'only one'],
    [['--json', '--out', 'a.csv', 'a.cn'], 'only one'],
    [['--out', 'a.pdf', 'a.cn'], '.xlsx'],
    [['--out', 'csv', 'a.cn'], '.xlsx'],
    [['--run', '', 'a.cn'], '--run'],
    [['--part', '0/2', 'a.cn'], '--part'],
    [['--part', '3/2', 'a.cn'], '--part'],
    [['--part', '1', 'a.cn'], '--part'],
    [['--concurrency', '0', 'a.cn'], '--concurrency'],
    [['--concurrency', '11', 'a.cn'], '--concurrency'],
    [['--lanes', '0', 'a.cn'], '--lanes'],
    [['--lanes', '7', '--concurrency', '7', 'a.cn'], 'only one of --concurrency and --lanes'],
    [['--retries', '1.5', 'a.cn'], '--retries'],
    [['--limit', '', 'a.cn'], '--limit'],
    [['--fast', 'a.cn'], 'There is no option --fast.'],
    [['-x'], 'There is no option -x.'],
    [['--run'], '--run'],
  ])('the arguments %j give a fault that names %s', (args, words) => {
    expect(readScanOptions(args)).toEqual({ fault: expect.stringContaining(words) });
  });
});

test.each([[['--help']], [['-h']], [['a.cn', '--json', '--help']]])('%j asks for the usage', (args) => {
  expect(readScanOptions(args)).toBe('help');
});
