import { describe, expect, test } from 'vitest';
import { csvLine } from './csv.ts';

describe('csvLine', () => {
  test.each([
    [['a', 'b'], 'a,b\r\n', 'plain cells'],
    [['a,b', 'say "x"', '1\n2'], '"a,b","say ""x""","1\n2"\r\n', 'RFC 4180 quoting'],
    [[null, true, ''], ',true,\r\n', 'no value, a truth value, an empty one'],
    [['=1+1', '+1', '-1', '@a'], "'=1+1,'+1,'-1,'@a\r\n", 'formulas'],
    [[' =1', '\t1', '\r1', '＝1'], "' =1,'\t1,\"'\r1\",'＝1\r\n", 'formulas behind space and in full width'],
    [['=a,"b"'], '"\'=a,""b"""\r\n', 'a formula that needs quotes'],
    [['京ICP备05000001号-1', 'https://a.cn/?x=1'], '京ICP备05000001号-1,https://a.cn/?x=1\r\n', 'signs inside'],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
