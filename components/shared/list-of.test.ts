import { expect, test } from 'vitest';
import { textsOf } from './fixtures.ts';
import { listOf } from './list-of.ts';

test.each([
  [['甲'], '甲', '甲'],
  [['甲', '乙'], '甲 and 乙', '甲和乙'],
  [['甲', '乙', '丙'], '甲, 乙, and 丙', '甲、乙和丙'],
  [[...'甲乙丙丁戊己'], '甲, 乙, 丙, 丁, 戊, and 己', '甲、乙、丙、丁、戊和己'],
  [[...'甲乙丙丁戊己庚'], '甲, 乙, 丙, 丁, 戊, and 2 more', '甲、乙、丙、丁、戊和其他 2 个'],
])('the list of %j is "%s" in English and "%s" in Chinese', (items, english, chinese) => {
  expect(listOf(textsOf('en'), items).join('')).toBe(english);
  expect(listOf(textsOf('zh_CN'), items).join('')).toBe(chinese);
});
