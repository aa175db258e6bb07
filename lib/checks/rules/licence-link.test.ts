import { expect, test } from 'vitest';
import { block, checksOf, pageOf } from '../fixtures.ts';

const licence = '京B2-20213086';
const home = 'https://www.example.cn/';

/** What the check says of a page with one licence: its answers with their parts. */
function said(text: string, href: string | null): string[][] {
  return checksOf(pageOf([block(text, href)]), 'licence-link').map(({ answer, parts }) => [answer, ...parts]);
}

test.each<[string | null, string[], string]>([
  ['https://dxzhgl.miit.gov.cn/', ['licence-link-right', 'dxzhgl.miit.gov.cn'], 'the licence system'],
  ['http://tsm.miit.gov.cn/', ['licence-link-outdated', 'tsm.miit.gov.cn', 'dxzhgl.miit.gov.cn'], 'the one before'],
  [`${home}licence.jpg`, ['licence-link-own', 'www.example.cn'], 'a scan of the licence'],
  ['https://beian.mps.gov.cn/', ['licence-link-wrong', 'beian.mps.gov.cn'], 'the police'],
  ['https://tsm.miit.gov.cn.evil.example/', ['licence-link-look-alike', 'tsm.miit.gov.cn.evil.example'], ''],
  ['dxzhgl.miit.gov.cn', ['licence-link-no-scheme', 'dxzhgl.miit.gov.cn'], 'an address without its scheme'],
  [`${home}#`, ['licence-link-none'], 'nowhere'],
  [null, ['licence-link-none'], 'no rule asks for one'],
])('the link of a licence to %s gives %j', (href, expected, _why) => {
  expect(said(licence, href)).toEqual([expected]);
});
