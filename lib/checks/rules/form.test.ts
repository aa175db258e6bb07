import { expect, test } from 'vitest';
import type { AnswerCode } from '../catalogue.ts';
import { answersOf, block, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const police = '京公网安备11010802046193号';

test.each<[string[], AnswerCode[], string]>([
  [[filing, police], ['form-right'], 'both right'],
  [[filing, '川ICP备10200063号'], ['form-doubtful'], "not the ministry's character"],
  [[filing, '京公网安备1101080204619号'], ['form-wrong'], 'a digit is missing'],
  [['京ICP备12345678号'], ['form-placeholder'], 'filler'],
  [['京ICP备12345678号', '京公网安备1101080204619号'], ['form-placeholder', 'form-wrong'], 'each fault'],
  [['萌ICP备20250577号'], ['form-unofficial'], 'a joke alone'],
  [['萌ICP备20250577号', filing], ['form-right'], 'a joke beside an official number is harmless'],
  [[], [], 'no number'],
])('the form of %j gives %j', (texts, expected, _why) => {
  expect(answersOf(pageOf(texts.map((text) => block(text))), 'form')).toEqual(expected);
});
