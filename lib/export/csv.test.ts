import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvCell, csvLines } from './csv.ts';
import { writable } from './writable.ts';

describe('csvLines', () => {
  test.each<[CsvCell[], string, string]>([
    [['a', 'b'], 'a,b\r\n', 'plain cells'],
    [['a,b', 'say "x"', '1\n2'], '"a,b","say ""x""","1\n2"\r\n', 'RFC 4180 quoting'],
    [[null, true, '', -1], ',true,,-1\r\n', 'no value, a truth value, an empty one, a number'],
    [['=1+1', '+1', '-1', '@a'], `"'=1+1","'+1","'-1","'@a"\r\n`, 'formulas'],
    [
      [' =1', '\t1', '\r1', '＝1', '\n1'],
      `"' =1","'\t1","'\n1","'＝1","'\n1"\r\n`,
      'formulas behind space and in full width',
    ],
    [
      ['\u200b=1', '\ufeff\u202e=1', '\u00a0+1'],
      `[U+200B]=1,[U+FEFF][U+202E]=1,"'\u00a0+1"\r\n`,
      'formulas behind invisible characters, which are named',
    ],
    [['=1\n+2'], `"'=1\n+2"\r\n`, 'a formula of two lines'],
    [['=a,"b"'], `"'=a,""b"""\r\n`, 'a formula that needs quotes'],
    [['京ICP备05000001号-1', 'https://a.cn/?x=1'], '京ICP备05000001号-1,https://a.cn/?x=1\r\n', 'signs inside'],
  ])('writes %j as %j (%s)', (cells, line) => {
    expect(csvLines([cells])).toBe(line);
  });

  test('writes no rows as an empty text', () => {
    expect(csvLines([])).toBe('');
  });
});

test('another library reads back the cells that csvLines wrote, with an apostrophe before formulas', () => {
  const piece = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '"',
    ',',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '京',
    '\u200b',
    '＝',
    'a',
    ';',
    "'",
  );
  const cell = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  );
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 });
  fc.assert(
    fc.property(rows, (written) => {
      const read: string[][] = parse(csvLines(written), { recordDelimiter: '\r\n' });
      expect(read.length).toBe(written.length);
      for (const [row, cells] of read.entries()) {
        for (const [column, text] of cells.entries()) {
          const original = writable(written[row]?.[column] ?? '');
          expect([original, `'${original}`]).toContain(text);
          expect(text).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝]/u);
        }
      }
    }),
  );
});
