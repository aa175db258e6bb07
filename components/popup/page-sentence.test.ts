import { expect, test } from 'vitest';
import type { Server } from '../../lib/checks/server.ts';
import { reportOn } from '../../lib/checks/site-report.ts';
import type { Finding } from '../../lib/icp/finding.ts';
import { findingOf, textsOf } from '../shared/fixtures.ts';
import { pageSentence } from './page-sentence.ts';

const filing = findingOf({}, { link: 'https://beian.miit.gov.cn/' });
const faulty = findingOf(
  { canonical: '川ICP备20031874号', status: 'suspect', problems: [{ code: 'province-alternate', part: '川' }] },
  { link: 'https://beian.miit.gov.cn/' },
);
const police = findingOf(
  { kind: 'psb-filing', canonical: '京公网安备11010802046193号', serial: '11010802046193', service: null },
  { link: 'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010802046193' },
);
const joke = findingOf({
  canonical: '萌ICP备20250577号',
  status: 'unofficial',
  province: null,
  problems: [{ code: 'unofficial-registry', part: '萌' }],
});
const seen = (where: 'mainland' | 'outside'): Server => ({
  state: 'seen',
  ip: '192.0.2.7',
  where,
  tableDate: '2026-11-01',
});

test.each<[Finding[], string, string, Server?]>([
  [[], 'No registration number found', '未发现备案或许可编号'],
  [[filing], '1 number, well-formed', '1 个编号，格式正确'],
  [[filing, police], '2 numbers, well-formed; police link outdated', '2 个编号，格式正确；公安备案号链接已过时'],
  [[faulty], '1 number, with a fault', '1 个编号，有问题'],
  [
    [filing, { ...faulty, block: 2 }],
    '2 numbers, 1 with a fault; ICP filings of several holders',
    '2 个编号，其中 1 个有问题；备案号属于多个主体',
  ],
  [[filing, joke], '2 numbers, 1 not official', '2 个编号，其中 1 个非官方'],
  [[joke], '1 number, not official', '1 个编号，并非官方编号'],
  [
    [{ ...filing, link: null }, police],
    '2 numbers, well-formed; ICP filing has no link, and 1 more',
    '2 个编号，格式正确；备案号没有链接，另有 1 项',
  ],
  [
    [{ ...filing, hidden: true }],
    "No number of the site's own found; numbers in the source, not on screen",
    '未发现本站自己的编号；编号在源代码中，屏幕上看不到',
  ],
  [
    [],
    'No registration number found; mainland server, no ICP filing shown',
    '未发现备案或许可编号；服务器位于中国内地，未见备案号',
    seen('mainland'),
  ],
  [
    [],
    'No registration number found; server not on the mainland, none needed',
    '未发现备案或许可编号；服务器不在中国内地，无需编号',
    seen('outside'),
  ],
])('case %#: the sentence about a page is $1 in English and $2 in Chinese', (findings, english, chinese, server = {
  state: 'not-asked',
}) => {
  const report = reportOn({ url: 'https://www.example.com/', findings, capped: false, otherFrames: 0, server });
  expect(pageSentence(textsOf('en'), report)).toBe(english);
  expect(pageSentence(textsOf('zh_CN'), report)).toBe(chinese);
});
