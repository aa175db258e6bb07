import { describe, expect, test } from 'vitest';
import { fillerProblem, isFiller, keyboardProblem, permitFillerProblem } from './filler.ts';
import { find } from './find.ts';

test.each([
  '88888888',
  '00000000',
  '1111',
  '10000000',
  '000001',
  '12345678',
  '1234567890',
  '0123456789',
  '123456789123',
  '44030500000000',
])('%s is filler', (digits) => {
  expect(isFiller(digits)).toBe(true);
});

test.each([
  '05070218',
  '11000002000001',
  '2020077344',
  '07500042',
  '110000',
  '030066',
  '1100',
])('%s was issued or may be', (digits) => {
  expect(isFiller(digits)).toBe(false);
});

test('a serial of zeros, a sample, and digits typed along the keyboard', () => {
  expect(fillerProblem('icp-filing', '2024000000', '000000')?.code).toBe('placeholder-digits');
  expect(fillerProblem('icp-filing', '04000001', '000001')?.code).toBe('placeholder-sample');
  expect(fillerProblem('icp-filing', '2024000010', '000010')).toBeNull();
  expect(keyboardProblem('12134567')?.code).toBe('placeholder-digits');
  expect(keyboardProblem('05070218')).toBeNull();
  expect(permitFillerProblem('00001')).toBeNull();
  expect(permitFillerProblem('111111')?.code).toBe('placeholder-digits');
});

describe('templates', () => {
  test.each([
    '京ICP备12345678号-1',
    '京ICP备00000000号',
    '京ICP备88888号',
    '京ICP备888888号',
    '粤ICP备04000001号',
    '京ICP备2024000000号',
    '京ICP备XXXXXXXX号',
    '京ICP备********号-1',
    '京ICP备××××××××号',
    '京ICP备2023XXXX号',
    '京ICP备••••••••号',
    '京ICP备????????号',
    'ICP备XXXXXXXX号',
    '川ICP备1234567-9号',
    '京ICP证000000号',
    '京公网安备11010500000000号',
    '粤公网安备 44030500000000号',
    '京公网安备xxxxxxxxxxxxxx号',
    '川公网安备1XXXXXXXXXXXX1',
    '粤B2-20XXXXXX',
  ])('%s', (text) => {
    expect(find(text, { currentYear: 2026 })).toMatchObject([{ status: 'placeholder' }]);
  });
});
