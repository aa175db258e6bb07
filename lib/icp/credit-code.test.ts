import { expect, test } from 'vitest';
import { isCreditCode } from './credit-code.ts';

test.each([
  '91110000802100433B',
  '91330106673959654P',
  '911101083303521997',
  '12441400456763110Y',
])('%s is a credit code', (code) => {
  expect(isCreditCode(code)).toBe(true);
});

test.each([
  ['91110000802100433C', 'a wrong check character'],
  ['91110000802100434B', 'a wrong digit'],
  ['31110000MD0285364T', 'an invented code'],
  ['91110000802100433', 'too short'],
  ['9111000080210043OB', 'a letter that is not used'],
  ['', 'nothing'],
])('%s is no credit code: %s', (code) => {
  expect(isCreditCode(code)).toBe(false);
});

test('a credit code with one changed character is never valid', () => {
  const code = '91110000802100433B';
  for (let at = 0; at < code.length; at++) {
    for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      const changed = code.slice(0, at) + other + code.slice(at + 1);
      expect(isCreditCode(changed)).toBe(changed === code);
    }
  }
});
