import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { provinces } from './data/provinces.ts';
import { find } from './find.ts';
import { isFiller } from './kinds/filler.ts';
import type { Kind, Match } from './number.ts';

const context = { currentYear: 2026 };

/** A number in its normal form and in pieces, between which footers put blanks. */
type Sample = { kind: Kind; canonical: string; pieces: string[] };

const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^\\d{${length}}$`)).filter((text) => !/^0+$/.test(text) && !/0{4}/.test(text));
const twoDigits = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((year) => String(year).padStart(2, '0'));
const serial = fc
  .oneof(
    fc.tuple(twoDigits(0, 5), digits(4)),
    fc.tuple(twoDigits(5, 19), digits(6)),
    fc.tuple(twoDigits(2020, 2026), digits(6)),
  )
  .map((parts) => parts.join(''))
  .filter((text) => !isFiller(text));
const service = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('', 'A', 'X', 'K')).map((parts) => `-${parts.join('')}`),
);
const holders = [...provinces.values()].filter(({ icp }) => icp !== null);
const holder = fc.constantFrom(...holders);

const filing: fc.Arbitrary<Sample> = fc.tuple(holder, serial, service).map(([{ icp }, number, suffix]) => ({
  kind: 'icp-filing',
  canonical: `${icp}ICP备${number}号${suffix}`,
  pieces: [icp ?? '', 'ICP', '备', number, '号', suffix],
}));
const licence: fc.Arbitrary<Sample> = fc
  .tuple(holder, twoDigits(0, 17), digits(4))
  .filter(([, year, number]) => !isFiller(year + number))
  .map(([{ icp }, year, number]) => ({
    kind: 'icp-licence',
    canonical: `${icp}ICP证${year}${number}号`,
    pieces: [icp ?? '', 'ICP', '证', `${year}${number}`, '号'],
  }));
const telecom: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.oneof(
      holder.map((each) => each.telecom ?? ''),
      fc.constant('合字'),
    ),
    fc.constantFrom('B2', 'B1', 'B1.B2', 'A2.B1.B2'),
    fc.integer({ min: 2000, max: 2026 }),
    digits(4),
    service,
  )
  .filter(([, , year, number]) => !isFiller(`${year}${number}`))
  .map(([prefix, classes, year, number, suffix]) => ({
    kind: 'telecom-licence',
    canonical: `${prefix}${classes}-${year}${number}${suffix}`,
    pieces: [prefix, classes, '-', `${year}${number}`, suffix],
  }));
const police: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom(...provinces.values()), digits(4), digits(6))
  .map(([{ code, psb }, area, number]) => ({ number: `${code}${area}02${number}`, psb }))
  .filter(({ number }) => !isFiller(number))
  .map(({ number, psb }) => ({
    kind: 'psb-filing',
    canonical: `${psb}公网安备${number}号`,
    pieces: [psb, '公', '网', '安', '备', number, '号'],
  }));
const sample = fc.oneof(filing, licence, telecom, police);

const traditional = new Map(
  [...'備备證证號号網网滬沪粵粤閩闽蘇苏'].map((_, at, all) => [all[at + 1] ?? '', all[at] ?? '']),
);
const blank = fc.constantFrom('', '', ' ', '\u00a0', '\u3000', '  ', '\u200b', '\u200b \ufeff');
const hyphen = fc.constantFrom('-', '–', '—', '－', '−', '‐');

/** Ways of writing the same number: blanks between its pieces, width, dashes, characters, 号 and case. */
const written = (from: fc.Arbitrary<Sample>): fc.Arbitrary<Sample & { text: string }> =>
  fc
    .record({
      from,
      blanks: fc.array(blank, { minLength: 8, maxLength: 8 }),
      dash: hyphen,
      isWide: fc.boolean(),
      isTraditional: fc.boolean(),
      isLower: fc.boolean(),
      sign: fc.constantFrom('before', 'after', 'both', 'none'),
      brackets: fc.constantFrom('', '[]', '【】', '（）'),
    })
    .map(({ from: number, blanks, dash, isWide, isTraditional, isLower, sign, brackets }) => {
      const last = number.pieces.at(-1) ?? '';
      const suffix = last.startsWith('-') ? last : '';
      const body = number.pieces.filter(
        (piece, at) => piece !== '号' && !(suffix !== '' && at === number.pieces.length - 1),
      );
      const before = sign === 'before' || sign === 'both' ? '号' : '';
      const after = suffix !== '' && (sign === 'after' || sign === 'both') ? '号' : '';
      let text = body.map((piece, at) => piece + (at < body.length - 1 ? blanks[at] : '')).join('');
      text += before + suffix + after;
      text = text.replaceAll('-', dash);
      if (isTraditional) text = text.replace(/./g, (each) => traditional.get(each) ?? each);
      if (isLower && number.kind !== 'telecom-licence') text = text.replace('ICP', 'icp');
      if (isWide) text = text.replace(/[A-Za-z\d]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
      return { ...number, text: brackets.slice(0, 1) + text + brackets.slice(1) };
    });

// What stands beside numbers in footers.
const before = fc.constantFrom(
  '',
  '©',
  '版权所有',
  '© 2009-2019 ',
  '电话：010-82619988 ',
  '2019',
  '邮编100080',
  '某某有限公司',
  '| ',
  '浙公网安备33010002000120号',
  '粤B2-20090059 ',
  '沪ICP备14003370号-5',
  'QQ:415926535 ',
  '-',
  '号',
  '\n',
);
const behind = fc.constantFrom(
  '',
  '。',
  ' 2019',
  '版权所有',
  ' 电话：400-820-8820',
  '|粤B2-20090059',
  '浙公网安备33010002000120号',
  '沪ICP备14003370号',
  ' Copyright 2019',
  '\n24小时',
  '）',
  ' - 首页',
  '/',
);

function isOrdered(text: string, matches: readonly Match[]): boolean {
  return matches.every((match, at) => {
    const next = matches[at + 1];
    const isWithin = match.start >= 0 && match.start < match.end && match.end <= text.length;
    // Several services in one share the place.
    const isApart =
      next === undefined || match.end <= next.start || (match.start === next.start && match.end === next.end);
    return isWithin && isApart && text.slice(match.start, match.end) === match.raw;
  });
}

describe('a well-formed number', () => {
  test('is found in its normal form and valid, and its normal form is found as itself', () => {
    fc.assert(
      fc.property(sample, ({ kind, canonical }) => {
        expect(find(canonical, context)).toMatchObject([
          { kind, canonical, status: 'valid', raw: canonical, start: 0, end: canonical.length },
        ]);
      }),
    );
  });

  test('is the same in every way of writing it', () => {
    fc.assert(
      fc.property(written(sample), ({ kind, canonical, text }) => {
        expect(find(text, context)).toMatchObject([{ kind, canonical, status: 'valid' }]);
      }),
      { numRuns: 500 },
    );
  });

  test('is the same with any text beside it', () => {
    fc.assert(
      fc.property(before, written(sample), behind, (left, { kind, canonical, text: number }, right) => {
        const text = left + number + right;
        const matches = find(text, context);
        expect(matches).toContainEqual(expect.objectContaining({ kind, canonical, status: 'valid' }));
        expect(isOrdered(text, matches)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('with one more digit is never read as the shorter number', () => {
    const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
    fc.assert(
      fc.property(written(sample), fc.nat(), fc.constantFrom(...'0123456789１'), ({ text }, at, more) => {
        const places = Array.from(text.matchAll(/(?<=[\d０-９])|(?=[\d０-９])/g), ({ index }) => index);
        const place = places[at % places.length] ?? 0;
        const longer = text.slice(0, place) + more + text.slice(place);
        for (const { status, canonical } of find(longer, context)) {
          if (status === 'valid') expect(digitsOf(canonical ?? ''), longer).toBe(digitsOf(longer));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('keeps its offsets in a long text', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 0, max: 9000 }), ({ canonical }, at) => {
        // Digits all along make one region of the whole, which is then cut.
        const filling = '价格 1024 元，';
        const text = filling.repeat(1000).slice(0, at) + canonical + filling.repeat(300);
        expect(find(text, context)).toMatchObject([{ canonical, raw: canonical, start: at }]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('find in any text', () => {
  const fragments = [...'京沪ICP备证号网文安公B2-—/.、:：()[]〔〕 \n\u00a0\u200b\ud800\udc00×xX*？?0123456789%&#;\\'];
  const words = [
    'ICP备',
    '公网安备',
    '许可证',
    '2020',
    '00000000',
    '合字',
    'B2-20',
    '网文[2020]',
    '信用代码',
    '（京）字第',
    '&#x4EAC;',
    '%E4%BA%AC',
    '\\u4eac',
    '±¸',
    'å¤‡',
    '澶?',
    'Beijing ICP No.',
    '新出发京零字第',
    'code=',
    'beian.gov.cn/',
    '\ufffd',
  ];
  const pieces = fc.array(fc.oneof(fc.constantFrom(...fragments), fc.constantFrom(...words)), { maxLength: 60 });
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    pieces.map((each) => each.join('')),
  );

  test('never throws, and every match has the right offsets', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const matches = find(text, context);
        expect(isOrdered(text, matches)).toBe(true);
        for (const { status, canonical, problems } of matches) {
          expect(status === 'valid' && canonical === null).toBe(false);
          expect(problems.every(({ part }) => typeof part === 'string')).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
