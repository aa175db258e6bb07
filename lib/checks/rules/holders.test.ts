import { expect, test } from 'vitest';
import { answersOf, block, checksOf, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';

test.each<[string[], string[], string]>([
  [[filing, '京ICP备2021018374号-2A'], ['one-holder', '京ICP备2021018374号'], 'services of one holder'],
  [[filing, '粤ICP备2022087316号-3'], ['several-holders', '京ICP备2021018374号', '粤ICP备2022087316号'], 'two filings'],
  [[filing, licence], ['one-holder', '京ICP备2021018374号'], 'a licence is no filing'],
  [[filing, '粤B2-20090191-18'], ['one-holder', '京ICP备2021018374号'], 'may be the same holder, numbered anew'],
  [['粤B2-20090191-18'], ['one-holder', '粤B2-20090191'], 'a licence that stands in for a filing'],
])('the holders of %j: %j', (texts, expected, _why) => {
  const [check] = checksOf(pageOf(texts.map((text) => block(text))), 'holders');
  expect([check?.answer, ...(check?.parts ?? [])]).toEqual(expected);
});

test('numbers without the right form name no holder', () => {
  expect(answersOf(pageOf([block('京ICP备12345678号')]), 'holders')).toEqual([]);
});
