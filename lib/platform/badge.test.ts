import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportOn, type TabReport } from '../audit/site-report.ts';
import type { Block, Finding } from '../icp/finding.ts';
import { readBlocks } from '../icp/read-blocks.ts';
import { badgeOf } from './badge.ts';

beforeEach(() => {
  Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => key });
});

function report(text: string, change: Partial<Finding> = {}): TabReport {
  const block: Block = { id: 0, text, source: 'text', place: 'footer', hidden: false, look: null, links: [] };
  const findings = readBlocks([block], { currentYear: 2026 }).map((finding) => ({ ...finding, ...change }));
  const page = { url: 'https://example.cn/', findings, capped: false, otherFrames: 0 };
  return { state: 'done', ...reportOn({ ...page, server: { state: 'not-asked' } }) };
}

test.each<[string, TabReport | null, string]>([
  ['a count', report('京ICP备10046444号 京公网安备11010802020134号'), '2'],
  ['a mark where a number has a fault', report('京ICP备10046444号 川ICP备10200063号'), '2!'],
  ["another's number does not count", report('京ICP备10046444号', { role: 'mention' }), ''],
  ['nor does one that nobody sees', report('京ICP备10046444号', { hidden: true }), ''],
  ['nothing found', report('nothing'), ''],
  ['not known yet', { state: 'scanning' }, ''],
  ['not readable', { state: 'blocked' }, ''],
  ['not read', { state: 'failed' }, ''],
  ['nothing known', null, ''],
])('%s', (_why, given, text) => {
  expect(badgeOf(given).text).toBe(text);
});
