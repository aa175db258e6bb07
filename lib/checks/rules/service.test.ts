import { expect, test } from 'vitest';
import type { AnswerCode } from '../catalogue.ts';
import { answersOf, block, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const police = '京公网安备11010802046193号';

test.each<[string[], AnswerCode[]]>([
  [[filing], ['service-number']],
  [['京ICP备2021018374号'], ['subject-number']],
  [
    ['京ICP备2021018374号', '京ICP备2021018374号-2A'],
    ['subject-number', 'app-beside-site'],
  ],
  [
    [filing, '京ICP备2021018374号-3X'],
    ['service-number', 'app-beside-site'],
  ],
  [['京ICP备2021018374号-2A'], ['app-only']],
  [[police], []],
])('the services of %j: %j', (texts, expected) => {
  expect(answersOf(pageOf(texts.map((text) => block(text))), 'service')).toEqual(expected);
});
