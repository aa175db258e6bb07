import { describe, expect, test } from 'vitest';
import { numberTable } from './number-table.ts';
import type { PrintedNumber } from './printed-numbers.ts';

const filing: PrintedNumber = {
  kind: 'icp-filing',
  canonical: '京ICP备05000001号',
  raw: '京ICP备05000001号',
  status: 'valid',
  hidden: false,
  role: 'claim',
};

/** The words of each line of a table. */
const rows = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) =>
      line
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('numberTable', () => {
  test('prints one number a line, and names the page on the first', () => {
    const permit: PrintedNumber = {
      ...filing,
      kind: 'permit:算法备案',
      canonical: null,
      raw: '网信 算备',
      status: 'malformed',
      hidden: true,
      role: 'mention',
    };
    expect(rows(numberTable([{ name: 'a.cn', numbers: [filing, permit], remark: '', worst: 'warn' }]))).toEqual([
      ['page', 'kind', 'number', 'form', 'on the page', 'checks'],
      ['a.cn', 'ICP filing', '京ICP备05000001号', 'valid', 'its own', 'warn'],
      ['', '算法备案', '网信 算备', 'malformed', 'mentioned, hidden', ''],
    ]);
  });

  test('prints the remark in place of numbers', () => {
    expect(rows(numberTable([{ name: 'a.cn', numbers: [], remark: 'no number found', worst: 'unknown' }]))[1]).toEqual([
      'a.cn',
      'no number found',
      'unknown',
    ]);
  });

  test('names the control characters of a page', () => {
    const raw = '京ICP备\u001b[2J\u202e1号';
    const table = numberTable([
      { name: 'a.cn\u001b[1m', numbers: [{ ...filing, canonical: null, raw }], remark: '', worst: null },
    ]);
    expect(rows(table)[1]?.slice(0, 3)).toEqual(['a.cn[U+001B][1m', 'ICP filing', '京ICP备[U+001B][2J[U+202E]1号']);
  });
});
