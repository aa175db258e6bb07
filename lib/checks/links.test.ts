import { describe, expect, test } from 'vitest';
import { answersOf, block, checksOf, pageOf } from './fixtures.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';
const police = '京公网安备11010802046193号';
const home = 'https://www.example.cn/';

function said(text: string, href: string | null, check: 'filing-link' | 'licence-link' | 'police-link') {
  return checksOf(pageOf([block(text, href)]), check).map(({ answer, parts }) => [answer, ...parts]);
}

describe('the link of a filing', () => {
  const right = 'beian.miit.gov.cn';
  test.each<[string | null, string[], string]>([
    ['https://beian.miit.gov.cn/', ['filing-link-right', right], 'the filing system'],
    ['https://beian.miit.gov.cn/#/Integrated/index', ['filing-link-right', right], 'a page in it'],
    ['http://beian.miit.gov.cn/', ['filing-link-insecure', right], 'https serves'],
    ['https://www.beian.miit.gov.cn/', ['filing-link-outdated', 'www.beian.miit.gov.cn', right], 'until 2020'],
    ['http://www.miitbeian.gov.cn/', ['filing-link-outdated', 'www.miitbeian.gov.cn', right], 'until 2019'],
    ['http://miibeian.gov.cn', ['filing-link-outdated', 'miibeian.gov.cn', right], 'until 2010'],
    ['http://www.miit.gov.cn/', ['filing-link-ministry', 'www.miit.gov.cn'], "the ministry's home page"],
    ['https://dxzhgl.miit.gov.cn/', ['filing-link-ministry', 'dxzhgl.miit.gov.cn'], 'the licence system'],
    ['http://www.beian.gov.cn/portal/index', ['filing-link-wrong', 'www.beian.gov.cn'], 'the police'],
    ['https://beian.mps.gov.cn/#/query/webSearch', ['filing-link-wrong', 'beian.mps.gov.cn'], 'the police'],
    ['https://beian.miit.gov.cn.evil.example/', ['filing-link-look-alike', 'beian.miit.gov.cn.evil.example'], ''],
    ['https://beian.miit.gov.com/', ['filing-link-look-alike', 'beian.miit.gov.com'], 'com for cn'],
    ['https://www.miitbeian.com/', ['filing-link-look-alike', 'www.miitbeian.com'], 'not under gov.cn'],
    ['https://beian.miit.gov.cn@evil.example/', ['filing-link-unrelated', 'evil.example'], 'a user name, not a host'],
    ['https://summit.example/', ['filing-link-unrelated', 'summit.example'], 'miit inside a word'],
    ['https://icp.chinaz.com/example.cn', ['filing-link-unrelated', 'icp.chinaz.com'], 'a tool of others'],
    [`${home}license.jpg`, ['filing-link-unrelated', 'www.example.cn'], 'a picture on the site'],
    [`${home}cert/bazs.cert`, ['filing-link-mark'], 'the electronic mark of 2005'],
    [
      'https://link.example/?target=https%3A//beian.miit.gov.cn/',
      ['filing-link-redirect', 'link.example'],
      'a counter of clicks',
    ],
    [`${home}beian.miit.gov.cn`, ['filing-link-no-scheme', right], 'an address without its scheme'],
    ['beian.miit.gov.cn', ['filing-link-no-scheme', right], 'as it is written'],
    ['https:/beian.miit.gov.cn', ['filing-link-no-scheme', right], 'a slash too few'],
    ['https:beian.miit.gov.cn', ['filing-link-no-scheme', right], 'two slashes too few'],
    ['http:beian.miit.gov.cn', ['filing-link-insecure', right], 'of another scheme than the page, browsers mend it'],
    ['//beian.miit.gov.cn/', ['filing-link-right', right], "the page's scheme"],
    ['http//beian.miit.gov.cn/', ['filing-link-no-scheme', right], 'a colon too few'],
    ['https：//beian.miit.gov.cn/', ['filing-link-no-scheme', right], 'a wide colon'],
    ['http://http://beian.miit.gov.cn/', ['filing-link-no-scheme', right], 'a scheme too many'],
    ['BEIAN.MIIT.GOV.CN/#/Integrated/index', ['filing-link-no-scheme', right], 'with a path'],
    ['/www.miitbeian.gov.cn/', ['filing-link-no-scheme', 'www.miitbeian.gov.cn'], 'an old address'],
    ['www.beian.gov.cn/portal/index', ['filing-link-no-scheme', 'www.beian.gov.cn'], 'another authority'],
    ['go/beian.miit.gov.cn', ['filing-link-redirect', 'www.example.cn'], 'the site may lead on'],
    ['/https://beian.miit.gov.cn/', ['filing-link-redirect', 'www.example.cn'], 'the same'],
    ['https://a.example/beian.miit.gov.cn', ['filing-link-redirect', 'a.example'], 'another site'],
    [`${home}#`, ['filing-link-dead'], 'nowhere'],
    ['javascript:void(0)', ['filing-link-dead'], 'nowhere'],
    [home, ['filing-link-dead'], 'an empty address is the page itself'],
    [null, ['filing-link-none'], 'no link'],
  ])('%s', (href, expected, _why) => {
    expect(said(filing, href, 'filing-link')).toEqual([expected]);
  });

  test.each([
    ['https://www.example.cn/about/us.html', 'beian.miit.gov.cn', 'filing-link-no-scheme'],
    ['https://www.example.cn/about/us.html', '/beian.miit.gov.cn', 'filing-link-no-scheme'],
    ['https://www.example.cn/about/us.html', '../beian.miit.gov.cn', 'filing-link-no-scheme'],
    ['http://www.example.cn/', 'https:/beian.miit.gov.cn', 'filing-link-right'],
    ['file:///C:/site/index.html', 'beian.miit.gov.cn', 'filing-link-no-scheme'],
  ])('on %s, %s: %s', (url, href, answer) => {
    expect(answersOf(pageOf([block(filing, new URL(href, url).href)], { url }), 'filing-link')).toEqual([answer]);
  });

  test('may stand beside the number', () => {
    const text = `${filing} 工信部备案查询`;
    const links = [{ start: filing.length + 1, end: text.length, href: 'https://beian.miit.gov.cn/' }];
    expect(checksOf(pageOf([block(text, null, { links })]), 'filing-link')).toMatchObject([
      { answer: 'filing-link-beside', outcome: 'pass' },
    ]);
  });

  test('of one number does for the others that have none', () => {
    const blocks = [block(filing, 'https://beian.miit.gov.cn/'), block('京ICP备2021018374号-2A')];
    expect(checksOf(pageOf(blocks), 'filing-link').map(({ answer }) => answer)).toEqual(['filing-link-right']);
  });

  test('is asked for on the home page alone', () => {
    const page = { url: `${home}news/1.html` };
    expect(checksOf(pageOf([block(filing)], page), 'filing-link')).toMatchObject([{ outcome: 'warn' }]);
    expect(checksOf(pageOf([block(filing)]), 'filing-link')).toMatchObject([{ outcome: 'fail' }]);
  });

  test('of a licence that stands in for a filing is the same', () => {
    expect(said('粤B2-20090191-18', 'http://www.miitbeian.gov.cn/', 'filing-link')).toEqual([
      ['filing-link-outdated', 'www.miitbeian.gov.cn', right],
    ]);
  });

  test('numbers of which the same is said are said together', () => {
    const blocks = [block(filing, `${home}#`), block('京ICP备2021018374号-2', `${home}#top`)];
    expect(checksOf(pageOf(blocks), 'filing-link')).toMatchObject([{ answer: 'filing-link-dead', findings: [0, 1] }]);
  });

  test('of a mention or a hidden number is nobody’s fault', () => {
    const blocks = [block(filing, null, { place: 'article' }), block('京ICP备2021018374号-2', null, { hidden: true })];
    expect(checksOf(pageOf(blocks), 'filing-link')).toEqual([]);
  });
});

test.each<[string | null, string[], string]>([
  ['https://dxzhgl.miit.gov.cn/', ['licence-link-right', 'dxzhgl.miit.gov.cn'], 'the licence system'],
  ['http://tsm.miit.gov.cn/', ['licence-link-outdated', 'tsm.miit.gov.cn', 'dxzhgl.miit.gov.cn'], 'the one before'],
  [`${home}licence.jpg`, ['licence-link-own', 'www.example.cn'], 'a scan of the licence'],
  ['https://beian.mps.gov.cn/', ['licence-link-wrong', 'beian.mps.gov.cn'], 'the police'],
  ['https://tsm.miit.gov.cn.evil.example/', ['licence-link-look-alike', 'tsm.miit.gov.cn.evil.example'], ''],
  ['dxzhgl.miit.gov.cn', ['licence-link-no-scheme', 'dxzhgl.miit.gov.cn'], 'an address without its scheme'],
  [`${home}#`, ['licence-link-none'], 'nowhere'],
  [null, ['licence-link-none'], 'no rule asks for one'],
])('the link of a licence: %s', (href, expected, _why) => {
  expect(said(licence, href, 'licence-link')).toEqual([expected]);
});

describe('the link of a police filing', () => {
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
  ])('%s', (href, expected, _why) => {
    expect(said(police, href, 'police-link')).toEqual([expected]);
  });
});
