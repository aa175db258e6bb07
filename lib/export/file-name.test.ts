import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test("a file's name has the user's local day, early and late in it", () => {
  expect(fileName('Partners', new Date(2026, 10, 3, 0, 1), 'sites.csv')).toBe('Partners 2026-11-03 sites.csv');
  expect(fileName('Partners', new Date(2026, 0, 31, 23, 59), 'sites.csv')).toBe('Partners 2026-01-31 sites.csv');
});

test('a file name leaves out characters that file systems forbid, and a long name is cut', () => {
  const name = fileName(' a/b\\c: "d"\u202e<e>|f?*\n', new Date(2026, 10, 3), 'audit.json');
  expect(name).toBe('a b c d e f 2026-11-03 audit.json');
  expect(fileName('长'.repeat(200), new Date(2026, 10, 3), 'x').length).toBe(60 + ' 2026-11-03 x'.length);
});
