import { expect, test } from 'vitest';
import type { Block } from '../../icp/finding.ts';
import type { AnswerCode } from '../catalogue.ts';
import { answersOf, block, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const home = 'https://www.example.cn/';

test.each<[string, string, Block[], AnswerCode[]]>([
  ['a number on the home page', home, [block(filing)], ['home-page']],
  ['a hidden number on the home page', home, [block(filing, null, { hidden: true, look: null })], ['home-page']],
  ['a number on another page', `${home}about`, [block(filing)], ['home-page-unknown']],
  ['a mention on the home page', home, [block(filing, null, { place: 'article' })], []],
  ['no number', home, [], []],
])('%s at %s', (_what, url, blocks, expected) => {
  expect(answersOf(pageOf(blocks, { url }), 'home-page')).toEqual(expected);
});
