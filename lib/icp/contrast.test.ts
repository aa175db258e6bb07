import { expect, test } from 'vitest';
import { contrastOf } from './contrast.ts';

test.each<[string, string, number | null, string]>([
  ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 21, 'the most there is'],
  ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 21, 'either way round'],
  ['rgb(18, 52, 86)', 'rgb(18, 52, 86)', 1, 'the same colour'],
  ['rgb(118, 118, 118)', 'rgb(255, 255, 255)', 4.54, 'the lightest grey that WCAG lets pass for small text'],
  ['rgb(147, 147, 147)', 'rgb(255, 255, 255)', 3.07, "the police's own snippet (numbers.md §3.4)"],
  ['rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)', null, 'shines through'],
  ['oklch(0.5 0.1 20)', 'rgb(255, 255, 255)', null, 'another colour space'],
  ['rgb(0, 0, 0)', '', null, 'no ground'],
])('the contrast of %s on %s is %s', (ink, ground, expected, _why) => {
  const contrast = contrastOf(ink, ground);
  expect(contrast === null ? null : Number(contrast.toFixed(2))).toBe(expected);
});
