import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../public/_locales/en/messages.json';
import type { Server } from '../checks/server.ts';
import { reportOn, type TabReport } from '../checks/site-report.ts';
import type { Block, Finding } from '../icp/finding.ts';
import { readBlocks } from '../icp/read-blocks.ts';
import { fillPlaceholders } from '../texts/language/translator.ts';
import { badgeOf } from './badge.ts';

const texts: Record<string, { message: string }> = en;

beforeEach(() => {
  const getMessage = (key: string, values: string[]) => fillPlaceholders(texts[key]?.message ?? '', values);
  Object.assign(fakeBrowser.i18n, { getMessage });
});

const mainland: Server = { state: 'seen', ip: '192.0.2.7', where: 'mainland', tableDate: '2026-11-01' };

type DoneReport = Extract<TabReport, { state: 'done' }>;

/** A home page with a text as its footer, all of it a link to the filing system. */
function report(text: string, change: Partial<Finding> = {}, server: Server = { state: 'not-asked' }): DoneReport {
  const links = [{ start: 0, end: text.length, href: 'https://beian.miit.gov.cn/' }];
  const block: Block = { id: 0, text, source: 'text', place: 'footer', hidden: false, look: null, links };
  const findings = readBlocks([block], { currentYear: 2026 }).map((finding) => ({ ...finding, ...change }));
  const page = { url: 'https://example.cn/', findings, capped: false, otherFrames: 0 };
  return { state: 'done', ...reportOn({ ...page, server }) };
}

const filing = '京ICP备10046444号';
const many = Array.from({ length: 120 }, (_, i) => `京ICP备10046444号-${i + 1}`).join(' ');

test.each<[string, TabReport | null, string, string]>([
  ['counts one number', report(filing), '1', 'ICP Lens: registration numbers on this page: 1'],
  ['counts every number', report(`${filing}-1 ${filing}-2`), '2', 'ICP Lens: registration numbers on this page: 2'],
  [
    'has one mark if something is to be checked',
    report(`${filing} 川ICP备10200063号`),
    '2!',
    'ICP Lens: registration numbers on this page: 2. To check: 2',
  ],
  [
    'has two marks if there is a fault',
    report(filing, { link: null }),
    '1!!',
    'ICP Lens: registration numbers on this page: 1. Faults: 1',
  ],
  [
    'has two marks, and its title names both, if there is a fault and something to be checked',
    report(`${filing} 川ICP备10200063号`, { link: null }),
    '2!!',
    'ICP Lens: registration numbers on this page: 2. Faults: 1. To check: 2',
  ],
  [
    'has a mark and no count if a server on the mainland shows no number',
    report('nothing', {}, mainland),
    '!',
    "ICP Lens: no number of the site's own on this page. To check: 1",
  ],
  [
    'does not count a hidden number',
    report(filing, { hidden: true }),
    '!!',
    "ICP Lens: no number of the site's own on this page. Faults: 1",
  ],
  [
    'does not count a number of another site',
    report(filing, { role: 'mention' }),
    '',
    "ICP Lens: no number of the site's own on this page",
  ],
  ['is empty if no number was found', report('nothing'), '', "ICP Lens: no number of the site's own on this page"],
  ['shows a count of three digits', report(many), '120', 'ICP Lens: registration numbers on this page: 120'],
  [
    'shows 9+ if a count of three digits comes with marks',
    report(many, { link: null }),
    '9+!!',
    'ICP Lens: registration numbers on this page: 120. Faults: 1',
  ],
  [
    'shows a plus sign if only a part of the page was read',
    { ...report(filing), capped: true },
    '1+',
    'ICP Lens: registration numbers on this page: at least 1',
  ],
  [
    'shows 9+ if a page that was read in part has a count of three digits and marks',
    { ...report(many, { link: null }), capped: true },
    '9+!!',
    'ICP Lens: registration numbers on this page: at least 120. Faults: 1',
  ],
  [
    'is empty if no number was found in the part that was read',
    { ...report('nothing'), capped: true },
    '',
    "ICP Lens: no number of the site's own in the part of this page that was read",
  ],
  ['is empty while the page is being read', { state: 'scanning' }, '', 'ICP Lens'],
  ['is empty if the browser blocks the page', { state: 'blocked', url: 'about:config' }, '', 'ICP Lens'],
  ['is empty if the page could not be read', { state: 'failed' }, '', 'ICP Lens'],
  ['is empty if the tab has no report', null, '', 'ICP Lens'],
])('the badge %s', (_why, given, text, title) => {
  const badge = badgeOf(given);
  expect(badge).toMatchObject({ text, title });
  expect(badge.text.length).toBeLessThanOrEqual(4);
});

describe('white text on the colours of the badge', () => {
  test.each([report(filing), report(filing, { link: null })])('has a contrast of at least 4.5: case %#', (given) => {
    const channels = badgeOf(given)
      .colour.match(/[\da-f]{2}/gi)
      ?.map((hex) => Number.parseInt(hex, 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    const [red = 1, green = 1, blue = 1] = channels ?? [];
    expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
