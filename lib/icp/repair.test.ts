import { describe, expect, test } from 'vitest';
import { find } from './find.ts';
import { gbkPairs, repairAt } from './repair.ts';

test('the GBK table is that of the platform', () => {
  const decoder = new TextDecoder('gb18030');
  expect(gbkPairs.length).toBeGreaterThan(50);
  for (const [character, pair] of gbkPairs) {
    expect(decoder.decode(Uint8Array.from(pair, (byte) => byte.charCodeAt(0)))).toBe(character);
  }
});

/** UTF-8 bytes, or others, shown as Windows-1252 as a browser does. */
function misread(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

describe('text that was escaped or decoded wrongly', () => {
  test.each([
    ['\\u4EACICP\\u590717040738\\u53F7-1', '京ICP备17040738号-1', 'JavaScript escapes, digits glued to them'],
    ['\\\\u4eacICP\\\\u590717040738', '京ICP备17040738号', 'escaped twice'],
    ['\\u{4EAC}ICP\\u{5907}17040738', '京ICP备17040738号', 'with braces'],
    ['%E4%BA%ACICP%E5%A4%87%2017040738%E5%8F%B7-1', '京ICP备17040738号-1', 'percent escapes'],
    ['&#20140;ICP&#x5907;17040738&#21495;', '京ICP备17040738号', 'entities'],
    ['&amp;#20140;ICP&amp;#22791;17040738', '京ICP备17040738号', 'escaped entities'],
    ['京&nbsp;ICP备&nbsp;&nbsp;17040738号&ndash;1', '京ICP备17040738号-1', 'names of entities'],
    ['京ICP备&nbsp17040738', '京ICP备17040738号', 'without their semicolon'],
    [misread(new TextEncoder().encode('湘ICP备20010588号-1')), '湘ICP备20010588号-1', 'UTF-8 as Windows-1252'],
    ['æ¹˜ICPå¤‡20010588å�·-1', '湘ICP备20010588号-1', '号 half lost'],
    [misread(new TextEncoder().encode('粤公网安备44030502008701号')), '粤公网安备44030502008701号', 'a police filing'],
    ['¾©ICP±¸14060815ºÅ-2', '京ICP备14060815号-2', 'GBK as Latin-1'],
    ['ÔÁB2-20090059', '粤B2-20090059', 'a telecom licence'],
  ])('%j is read as %s', (text, canonical) => {
    const [number] = find(text, { currentYear: 2026 });
    expect(number).toMatchObject({ canonical, status: 'valid' });
    expect(number?.problems.map(({ code }) => code)).toContain('repaired-text');
  });

  test.each([
    ['ICP澶?0018813鍙?3', 'UTF-8 as GBK lost a digit'],
    ['浜琁CP澶?5001234鍙?1', 'and the letter I'],
    ['�ICP��15036536��-1', 'nothing is left of the characters'],
    ['?ICP?15036536?-1', 'nor here'],
  ])('%s is reported as damaged and not guessed', (text) => {
    expect(find(text)).toMatchObject([{ canonical: null, status: 'malformed', problems: [{ code: 'damaged-text' }] }]);
  });

  test.each([
    '%',
    '%zz',
    '%e4%ba',
    '\\u12',
    '&#xd800;',
    '&#99999999;',
    '&nbspace',
    '±',
    'å',
    '',
  ])('%j is left alone', (text) => {
    expect(repairAt(text, 0, text.length)).toBeNull();
  });
});
