import { expect, test } from 'vitest';
import type { Block } from '../../icp/finding.ts';
import type { AnswerCode } from '../catalogue.ts';
import { answersOf, block, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';
const police = '京公网安备11010802046193号';
const look = { fontSizePx: 12, contrast: 7, centred: true, belowFold: true };

test.each<[string, Block[], AnswerCode[]]>([
  ['in the footer', [block(filing)], ['position-bottom']],
  ['aside', [block(filing, null, { look: { ...look, centred: false } })], ['position-bottom-aside']],
  ['elsewhere', [block(filing, null, { place: 'main' })], ['position-elsewhere']],
  ['there and elsewhere', [block(licence, null, { place: 'main' }), block(filing)], ['position-bottom']],
  ['no filing', [block(police)], []],
])('the place of a filing: %s', (_what, blocks, expected) => {
  expect(answersOf(pageOf(blocks), 'position')).toEqual(expected);
});
