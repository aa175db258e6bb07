import { expect, test } from 'vitest';
import type { AnswerCode } from '../catalogue.ts';
import { answersOf, block, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';
const police = '京公网安备11010802046193号';
const news = '互联网新闻信息服务许可证：11220210037';
const culture = '京网文〔2022〕2871-094号';

test.each<[string[], AnswerCode[]]>([
  [[filing], ['police-none']],
  [[filing, police], ['police-shown']],
  [[filing, licence], ['police-none']],
  [[licence], ['police-none']],
  [[police], ['police-shown']],
  [[filing, news, culture], ['police-none']],
  [[], []],
])('a police filing among %j: %j', (texts, expected) => {
  expect(answersOf(pageOf(texts.map((text) => block(text))), 'police-filing')).toEqual(expected);
});
