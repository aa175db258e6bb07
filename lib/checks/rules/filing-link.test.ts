import { expect, test } from 'vitest';
import { answersOf, block, checksOf, pageOf } from '../fixtures.ts';

const filing = '京ICP备2021018374号-1';
const home = 'https://www.example.cn/';

/** What the check says of a page with one filing: its answers with their parts. */
function said(text: string, href: string | null): string[][] {
  return checksOf(pageOf([block(text, href)]), 'filing-link').map(({ answer, parts }) => [answer, ...parts]);
}

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
])('the link of a filing to %s gives %j', (href, expected, _why) => {
  expect(said(filing, href)).toEqual([expected]);
});

test.each([
  ['https://www.example.cn/about/us.html', 'beian.miit.gov.cn', 'filing-link-no-scheme'],
  ['https://www.example.cn/about/us.html', '/beian.miit.gov.cn', 'filing-link-no-scheme'],
  ['https://www.example.cn/about/us.html', '../beian.miit.gov.cn', 'filing-link-no-scheme'],
  ['http://www.example.cn/', 'https:/beian.miit.gov.cn', 'filing-link-right'],
  ['file:///C:/site/index.html', 'beian.miit.gov.cn', 'filing-link-no-scheme'],
])('the link of a filing, on %s to %s: %s', (url, href, answer) => {
  expect(answersOf(pageOf([block(filing, new URL(href, url).href)], { url }), 'filing-link')).toEqual([answer]);
});

test('the link of a filing may stand beside the number', () => {
  const text = `${filing} 工信部备案查询`;
  const links = [{ start: filing.length + 1, end: text.length, href: 'https://beian.miit.gov.cn/' }];
  expect(checksOf(pageOf([block(text, null, { links })]), 'filing-link')).toMatchObject([
    { answer: 'filing-link-beside', outcome: 'pass' },
  ]);
});

test('the link of one filing does for the others that have none', () => {
  const blocks = [block(filing, 'https://beian.miit.gov.cn/'), block('京ICP备2021018374号-2A')];
  expect(checksOf(pageOf(blocks), 'filing-link').map(({ answer }) => answer)).toEqual(['filing-link-right']);
});

test('a filing without a link fails on the home page alone', () => {
  const page = { url: `${home}news/1.html` };
  expect(checksOf(pageOf([block(filing)], page), 'filing-link')).toMatchObject([{ outcome: 'warn' }]);
  expect(checksOf(pageOf([block(filing)]), 'filing-link')).toMatchObject([{ outcome: 'fail' }]);
});

test('the link of a licence that stands in for a filing is held to the same rule', () => {
  expect(said('粤B2-20090191-18', 'http://www.miitbeian.gov.cn/')).toEqual([
    ['filing-link-outdated', 'www.miitbeian.gov.cn', right],
  ]);
});

test('filings with the same answer are one check', () => {
  const blocks = [block(filing, `${home}#`), block('京ICP备2021018374号-2', `${home}#top`)];
  expect(checksOf(pageOf(blocks), 'filing-link')).toMatchObject([{ answer: 'filing-link-dead', findings: [0, 1] }]);
});

test('a mention or a hidden filing without a link is no fault', () => {
  const blocks = [block(filing, null, { place: 'article' }), block('京ICP备2021018374号-2', null, { hidden: true })];
  expect(checksOf(pageOf(blocks), 'filing-link')).toEqual([]);
});
