import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDescending, compareKeys, type SortKey, sortKeys, sortSteps } from './sort-order.ts';

const plainly = (keys: readonly SortKey[], compare: typeof compareKeys): number[] =>
  [...keys.keys()].sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null) || a - b);

test.each<[SortKey[], number[]]>([
  [
    ['b', 'a', null, 'ab', ''],
    [4, 1, 3, 0, 2],
  ],
  [
    [3, null, 1, 3, -2],
    [4, 2, 0, 3, 1],
  ],
  [
    [null, null],
    [0, 1],
  ],
  [
    ['京ICP备2号', '京ICP备10号', '京ICP备2号-1'],
    [1, 0, 2],
  ],
  // By code units, as `<` has it: a character of two units stands before one beyond the surrogates.
  [
    ['\uff21', '\u{1f600}', '\ud7ff'],
    [2, 1, 0],
  ],
  [
    ['a\u0000', 'a', 'a\u0000\u0000'],
    [1, 0, 2],
  ],
  [[], []],
])('the keys %j have the order %j', (keys, order) => {
  expect([...sortKeys(keys).ascending]).toEqual(order);
});

/** Texts that begin alike, end early, come again, and hold every kind of character. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\u0000', '\uffff', '京'), maxLength: 9 }),
  fc.tuple(fc.constantFrom('京ICP备20210', 'site-'), fc.nat(999)).map((parts) => parts.join('')),
);

test('sortKeys gives the orders of a plain sort', () => {
  const keys = fc.array(fc.oneof(texts, fc.constant(null), fc.integer({ min: -9, max: 9 })), { maxLength: 300 });
  fc.assert(
    fc.property(keys, (keys) => {
      const { ascending, descending } = sortKeys(keys);
      expect([...ascending]).toEqual(plainly(keys, compareKeys));
      expect([...descending]).toEqual(plainly(keys, compareDescending));
    }),
  );
});

test('sortSteps sorts many texts in many steps', () => {
  const keys = Array.from({ length: 60_000 }, (_, place) => `site-${(place * 7919) % 60_000}`);
  const steps = sortSteps(keys);
  let taken = 0;
  while (steps.next().done !== true) taken += 1;
  expect(taken).toBeGreaterThan(5);
  expect([...sortKeys(keys).ascending]).toEqual(plainly(keys, compareKeys));
});

test('sortKeys sorts more than a million texts', () => {
  const keys = Array.from({ length: 2 ** 20 + 1 }, (_, place) => ['b', 'ab', 'a', 'ba'][place % 4] ?? '');
  const { ascending, descending } = sortKeys(keys);
  expect([ascending[0], ascending.at(-1)]).toEqual([2, 2 ** 20 - 1]);
  expect([descending[0], descending.at(-1)]).toEqual([3, 2 ** 20 - 2]);
  expect(ascending.findIndex((place) => keys[place] === 'ab')).toBe(2 ** 18);
});
