import { expect, test } from 'vitest';
import { growthOf, spreadOf } from './statistics.ts';

test('the median is the middle value, or between the two in the middle', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, lowest: 1, highest: 3, samples: 3 });
  expect(spreadOf([4, 1, 2, 10]).median).toBe(3);
});

test('growth is 1 for times in proportion and 2 for those in proportion to the square', () => {
  const sizes = [1_000, 10_000, 100_000];
  expect(growthOf(sizes.map((size) => ({ size, time: size / 7 })))).toBeCloseTo(1);
  expect(growthOf(sizes.map((size) => ({ size, time: size ** 2 })))).toBeCloseTo(2);
});
