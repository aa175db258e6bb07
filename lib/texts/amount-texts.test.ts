import { expect, test } from 'vitest';
import { textsOf } from '../../components/shared/fixtures.ts';
import { bytesText, countText, durationText } from './amount-texts.ts';

const [en, zh] = [textsOf('en'), textsOf('zh_CN')];

test.each([
  [400, '1 sec'],
  [59_400, '59 sec'],
  [60_000, '1 min'],
  [3_599_000, '1 hr'],
  [3 * 3_600_000 + 12 * 60_000, '3 hr 12 min'],
])('%d ms are %s', (ms, text) => {
  expect(durationText(en, ms)).toBe(text);
});

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_440_000, '1.4 MB'],
  [5e15, '5,000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(en, bytes)).toBe(text);
});

test('amounts are written in Chinese for Chinese readers', () => {
  expect(durationText(zh, 120_000)).toContain('2');
  expect(countText(zh, 12_000)).toBe('12,000');
});
