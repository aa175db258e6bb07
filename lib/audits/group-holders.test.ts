import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn } from '../checks/site-report.ts';
import { type Entry, newEntry, summarise } from './entry.ts';
import { groupHolders, subjectsOf } from './group-holders.ts';

const a = '京ICP备2021018374号';
const b = '粤ICP备2022087316号';

function site(
  place: number,
  texts: string[],
  change: Partial<Entry> = {},
  ofBlock: Parameters<typeof block>[2] = {},
): Entry {
  const { url, findings, server } = pageOf(texts.map((text) => block(text, null, ofBlock)));
  const report = reportOn({ url, findings: [...findings], capped: false, otherFrames: 0, server });
  return {
    ...newEntry('audit', place, `site-${place}.cn`, `https://site-${place}.cn/`),
    ...summarise(report, { state: 'numbers' }),
    ending: { state: 'numbers' },
    ...change,
  };
}

const grouped = (entries: readonly Entry[]) => {
  const { groups, others } = groupHolders(entries);
  return {
    groups: groups.map(({ subject, entries }) => [subject, entries.map(({ place }) => place)]),
    others: others.map(({ place }) => place),
  };
};

test('services of one holder are one group, and a page with two holders is in both groups', () => {
  const entries = [
    site(0, [`${b}-1`]),
    site(1, [`${a}-1`]),
    site(2, [`${a}-2A`, `${a}-3`]),
    site(3, [a, `${b}-7`]),
    site(4, []),
  ];
  expect(grouped(entries)).toEqual({
    groups: [
      [a, [1, 2, 3]],
      [b, [0, 3]],
    ],
    others: [4],
  });
});

test('a licence that replaces a filing is a holder by its own number', () => {
  const entries = [site(0, ['粤B2-20090191-18']), site(1, ['粤B2-20090191-3X']), site(2, ['粤B2-20090191'])];
  expect(grouped(entries)).toEqual({ groups: [['粤B2-20090191', [0, 1, 2]]], others: [] });
});

describe('subjectsOf', () => {
  test.each<[string, Entry]>([
    ['a placeholder', site(0, ['京ICP备12345678号'])],
    ['a joke registry', site(0, ['萌ICP备20250577号'])],
    ['a malformed number', site(0, ['京ICP备123号-1'])],
    ['a mention', site(0, [`${a}-1`], {}, { place: 'article' })],
    ['a hidden number', site(0, [`${a}-1`], {}, { hidden: true, look: null })],
    ['a police filing', site(0, ['京公网安备11010802046193号'])],
    ['a permit', site(0, ['京网文〔2022〕2871-094号'])],
    ["a well-known site's number", site(0, ['京ICP证030173号'])],
    [
      'a number of another site that the address led to',
      site(0, [`${a}-1`], { ending: { state: 'redirected', to: 'https://b.cn/' } }),
    ],
    ["a number on the host's error page", site(0, [`${a}-1`], { ending: { state: 'barrier', barrier: 'error-page' } })],
    ['an entry that is not read yet', site(0, [], { ending: null })],
  ])('gives no holder for %s', (_what, entry) => {
    expect(subjectsOf(entry)).toEqual(new Set());
    expect(grouped([entry])).toEqual({ groups: [], others: [0] });
  });
});

test('every entry is once in the group of each of its holders, or else among the others', () => {
  const numbers = fc.uniqueArray(
    fc.constantFrom(`${a}-1`, `${a}-2`, `${b}-1`, '粤B2-20090191-18', '京ICP备12345678号'),
  );
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 12 }), (all) => {
      const entries = all.map((texts, place) => site(place, texts));
      const { groups, others } = groupHolders(entries);
      for (const entry of entries) {
        const holders = groups.filter(({ entries }) => entries.includes(entry)).map(({ subject }) => subject);
        expect(new Set(holders)).toEqual(subjectsOf(entry));
        expect(others.includes(entry)).toBe(holders.length === 0);
      }
      expect(groups.every(({ entries }) => new Set(entries).size === entries.length)).toBe(true);
      const sizes = groups.map(({ entries }) => entries.length);
      expect(sizes).toEqual(sizes.toSorted((x, y) => y - x));
    }),
  );
});
