import { expect, test } from 'vitest';
import type { Block } from '../../icp/finding.ts';
import type { AnswerCode } from '../catalogue.ts';
import { answersOf, block, checksOf, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';

test.each<[string, Block[], AnswerCode[]]>([
  ['seen', [block(filing)], ['visible']],
  ['seen, and hidden elsewhere', [block(filing), block(licence, null, { hidden: true, look: null })], ['visible']],
  ['in the source alone', [block(filing, null, { hidden: true, look: null })], ['hidden-only']],
  ['of another site, in an article', [block(filing, null, { place: 'article' })], []],
  ['not there', [], []],
])('a number that is %s', (_what, blocks, expected) => {
  expect(answersOf(pageOf(blocks), 'visibility')).toEqual(expected);
});

test('numbers that are only hidden are a warning on a page that may not be the home page', () => {
  const hidden = block(filing, null, { hidden: true, look: null });
  const at = (url: string) => checksOf(pageOf([hidden], { url }), 'visibility').map(({ outcome }) => outcome);
  expect(at('https://example.cn/')).toEqual(['fail']);
  expect(at('https://example.cn/about')).toEqual(['warn']);
});
