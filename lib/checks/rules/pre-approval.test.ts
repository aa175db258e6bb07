import { expect, test } from 'vitest';
import { block, checksOf, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';
const police = '京公网安备11010802046193号';
const news = '互联网新闻信息服务许可证：11220210037';
const culture = '京网文〔2022〕2871-094号';

test.each<[string[], string[]]>([
  [[filing], ['fields-none']],
  [[filing, police], ['fields-none']],
  [[filing, licence], ['fields-none']],
  [[licence], ['fields-none']],
  [[police], []],
  [
    [filing, news, culture],
    ['fields-shown', 'news', 'culture'],
  ],
  [[], []],
])('approvals among %j: %j', (texts, expected) => {
  const page = pageOf(texts.map((text) => block(text)));
  expect(checksOf(page, 'pre-approval').flatMap(({ answer, parts }) => [answer, ...parts])).toEqual(expected);
});
