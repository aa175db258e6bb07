import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writable } from './writable.ts';

test.each([
  [
    '京ICP备2021018374号-1, "é" 😀 [a] _x0041_',
    '京ICP备2021018374号-1, "é" 😀 [a] _x0041_',
    'plain text is left alone',
  ],
  ['a\r\nb\rc\nd\te', 'a\nb\nc\nd\te', 'lines end in one way, tabs stay'],
  ['\u001b[31m\u0007', '[U+001B][31m[U+0007]', 'controls'],
  ['\u009b31m\u007f\u0085', '[U+009B]31m[U+007F][U+0085]', 'those of C1, and what deletes'],
  ['a\u202eb\u2066c\u200f', 'a[U+202E]b[U+2066]c[U+200F]', 'marks of direction'],
  ['a\u2028b', 'a[U+2028]b', 'separators of lines'],
  ['\u{e0041}\ud800\uffff', '[U+E0041][U+D800][U+FFFF]', 'what no XML or UTF-8 takes, and what nobody sees'],
  ['[U+0041] [U+41] [u+0041]', '[U+005B]U+0041] [U+41] [u+0041]', 'a text that reads like a name'],
])('writable writes %j as %j (%s)', (text, cell, why) => {
  expect(writable(text), why).toBe(cell);
});

test('a text can be restored from what writable gives', () => {
  const piece = fc.constantFrom('[', 'U+', '0041', '005B', ']', '\u202e', '[U+202E]', 'a');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  const read = (cell: string): string =>
    cell.replace(/\[U\+([\dA-F]{4,6})\]/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  fc.assert(
    fc.property(text, (each) => {
      expect(read(writable(each))).toBe(each.replace(/\r\n?/g, '\n'));
    }),
  );
});
