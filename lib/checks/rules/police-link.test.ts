import { expect, test } from 'vitest';
import { block, checksOf, pageOf } from '../fixtures.ts';

const police = '京公网安备11010802046193号';

/** What the check says of a page with one police filing: its answers with their parts. */
function said(text: string, href: string | null): string[][] {
  return checksOf(pageOf([block(text, href)]), 'police-link').map(({ answer, parts }) => [answer, ...parts]);
}

const right = 'beian.mps.gov.cn';
const code = '11010802046193';
test.each<[string | null, string[], string]>([
  [`https://beian.mps.gov.cn/#/query/webSearch?code=${code}`, ['police-link-right', right], 'with its digits'],
  [
    `https://beian.mps.gov.cn/#/query/webSearch?a=1&recordCode=${code}%20`,
    ['police-link-right', right],
    'with a blank',
  ],
  ['https://beian.mps.gov.cn/', ['police-link-code-missing', right], 'without'],
  ['https://beian.mps.gov.cn/#/query/webSearch?code=', ['police-link-code-missing', right], 'empty'],
  ['https://beian.mps.gov.cn/#/query/webSearch?code=%20&x=1', ['police-link-code-missing', right], 'blank'],
  [`https://beian.mps.gov.cn/?zipcode=${code}`, ['police-link-code-missing', right], 'another name'],
  ['http://beian.mps.gov.cn/', ['police-link-code-missing', right], 'graver than http'],
  [
    'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=',
    ['police-link-code-missing', 'www.beian.gov.cn'],
    'graver than an old address',
  ],
  [
    `https://beian.mps.gov.cn/#/query/webSearch?code=%E4%BA%AC%E5%85%AC%E7%BD%91%E5%AE%89%E5%A4%87${code}%E5%8F%B7`,
    ['police-link-code-malformed', police],
    'the whole number',
  ],
  ['https://beian.mps.gov.cn/#/query/webSearch?code=XXXXXX', ['police-link-code-malformed', 'XXXXXX'], 'a mask'],
  ['https://beian.mps.gov.cn/#/query/webSearch?code=%E4', ['police-link-code-malformed', '%E4'], 'half a character'],
  [
    `https://beian.mps.gov.cn/#/query/webSearch?code=${'1'.repeat(99)}`,
    ['police-link-code-differs', '1'.repeat(40)],
    'endless digits',
  ],
  [
    `https://beian.mps.gov.cn/#/query/webSearch?code=${code}1`,
    ['police-link-code-differs', `${code}1`],
    'a digit more',
  ],
  [
    `www.beian.gov.cn/portal/registerSystemInfo?recordcode=${code}`,
    ['police-link-no-scheme', 'www.beian.gov.cn'],
    'an address without its scheme',
  ],
  [`http://beian.mps.gov.cn/#/query/webSearch?code=${code}`, ['police-link-insecure', right], 'https serves'],
  [
    `http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=${code}`,
    ['police-link-outdated', 'www.beian.gov.cn', right],
    'the portal before',
  ],
  [
    'https://beian.mps.gov.cn/#/query/webSearch?code=11010802020134',
    ['police-link-code-differs', '11010802020134'],
    "another's digits",
  ],
  [
    'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010802020134',
    ['police-link-code-differs', '11010802020134'],
    'graver than an old address',
  ],
  ['https://beian.miit.gov.cn/', ['police-link-wrong', 'beian.miit.gov.cn'], 'the ministry'],
  ['http://www.miibeian.gov.cn/', ['police-link-wrong', 'www.miibeian.gov.cn'], 'the ministry, long ago'],
  ['https://beian.mps.gov.cn.evil.example/', ['police-link-look-alike', 'beian.mps.gov.cn.evil.example'], ''],
  ['https://police.example/', ['police-link-unrelated', 'police.example'], ''],
  [
    `https://web.archive.example/2020/http://www.beian.mps.gov.cn/#/query/webSearch?code=${code}`,
    ['police-link-redirect', 'web.archive.example'],
    'an archive',
  ],
  ['javascript:;', ['police-link-dead'], 'nowhere'],
  [null, ['police-link-none'], 'no link'],
])('the link of a police filing to %s gives %j', (href, expected, _why) => {
  expect(said(police, href)).toEqual([expected]);
});
