import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  test.each([
    ['ＩＣＰ１２－３', 'ICP12-3', 'full width'],
    ['1–2—3−4‐5－6─7ー8', '1-2-3-4-5-6-7-8', 'every dash'],
    ['〔1〕【2】［3］（4）「5」〈6〉', '[1][2][3](4)[5][6]', 'brackets'],
    ['備證號網滬粵閩贛魯瓊蘇遼晉陝隴寧雲貴', '备证号网沪粤闽赣鲁琼苏辽晋陕陇宁云贵', 'traditional characters'],
    ['廣播電視節目製作經營許可', '广播电视节目制作经营许可', 'and those of permits'],
    ['標識碼 互聯網 新聞 資質', '标识码 互联网 新闻 资质', 'and more of them'],
    ['a\u00a0\u3000\t b', 'a b', 'a run of spaces is one'],
    ['a \n\r\n b', 'a\nb', 'with a line break it is a line break'],
    ['1\u200b2\u00ad3\ufeff4\u20605', '12345', 'invisible characters go'],
    ['××××＊＊', 'XXXX**', 'masks'],
    ['〇①²', '012', 'digits in disguise'],
    ['备：１', '备:1', 'colon'],
  ])('folds %j to %j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test('folds a part of a text, with offsets into the whole', () => {
    const text = 'abc 備１&#x4EAC; x';
    expect(normalise(text, 4, 14)).toEqual({
      text: '备1京',
      starts: [4, 5, 6],
      ends: [5, 6, 14],
      repaired: new Set([2]),
    });
  });

  test('never throws, and gives each character its offsets in the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { text: folded, starts, ends } = normalise(text);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        for (let at = 0; at < folded.length; at++) {
          expect(starts[at]).toBeLessThan(ends[at] ?? -1);
          expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('folding twice changes nothing', () => {
    const unit = fc.constantFrom(...'京備－ １２ABＸ〔〕×\u00a0\n\u200b①');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });
});
