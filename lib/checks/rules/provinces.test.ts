import { expect, test } from 'vitest';
import { answersOf, block, checksOf, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';

test.each<[string[], string[], string]>([
  [['蜀ICP备19027381号-2', '川B2-20190462', '川公网安备51010402001873号'], ['provinces-agree', '51'], 'Sichuan'],
  [[filing, '粤公网安备44030502009417号'], ['provinces-differ', '11', '44'], 'a branch'],
  [['新ICP备2024015133号-4', '兵公网安备66080002000195号'], ['provinces-agree', '65'], 'the XPCC lies in Xinjiang'],
])('the provinces of %j: %j', (texts, expected, _why) => {
  const [check] = checksOf(pageOf(texts.map((text) => block(text))), 'provinces');
  expect([check?.answer, ...(check?.parts ?? [])]).toEqual(expected);
});

test('numbers of one kind are not set against each other by province', () => {
  expect(answersOf(pageOf([block(filing)]), 'provinces')).toEqual([]);
});
