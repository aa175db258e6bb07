import { expect, test } from 'vitest';
import type { AnswerCode } from '../catalogue.ts';
import { answersOf, block, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const look = { fontSizePx: 12, contrast: 7, centred: true, belowFold: true };

test.each<[Partial<typeof look>, AnswerCode[]]>([
  [{}, ['readable']],
  [{ fontSizePx: 10 }, ['readable']],
  [{ fontSizePx: 9.9 }, ['text-small']],
  [{ contrast: 3 }, ['readable']],
  [{ contrast: 2.9 }, ['contrast-low']],
  [{ fontSizePx: 8, contrast: 1.5 }, ['text-small', 'contrast-low']],
])('a filing with the look %j gives %j', (change, expected) => {
  expect(answersOf(pageOf([block(filing, null, { look: { ...look, ...change } })]), 'readability')).toEqual(expected);
});

test('the contrast of a number on a picture is not known', () => {
  const onPicture = block(filing, null, { look: { ...look, contrast: null } });
  expect(answersOf(pageOf([onPicture]), 'readability')).toEqual(['contrast-unknown']);
});
