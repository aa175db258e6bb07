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
  ['a count', report(filing), '1', 'ICP Lens: registration numbers on this page: 1'],
  ['every number counts', report(`${filing}-1 ${filing}-2`), '2', 'ICP Lens: registration numbers on this page: 2'],
  [
    'a mark where something asks for a look',
    report(`${filing} 川ICP备10200063号`),
    '2!',
    'ICP Lens: registration numbers on this page: 2. To check: 2',
  ],
  [
    'two where something is not as the rule asks',
    report(filing, { link: null }),
    '1!!',
    'ICP Lens: registration numbers on this page: 1. Faults: 1',
  ],
  [
    'both are told',
    report(`${filing} 川ICP备10200063号`, { link: null }),
    '2!!',
    'ICP Lens: registration numbers on this page: 2. Faults: 1. To check: 2',
  ],
  [
    'a mark without a count where the server makes one miss a number',
    report('nothing', {}, mainland),
    '!',
    "ICP Lens: no number of the site's own on this page. To check: 1",
  ],
  [
    'nor is one counted that nobody sees',
    report(filing, { hidden: true }),
    '!!',
    "ICP Lens: no number of the site's own on this page. Faults: 1",
  ],
  [
    "another's does not count",
    report(filing, { role: 'mention' }),
    '',
    "ICP Lens: no number of the site's own on this page",
  ],
  ['nothing found', report('nothing'), '', "ICP Lens: no number of the site's own on this page"],
  ['more than there is room for', report(many), '120', 'ICP Lens: registration numbers on this page: 120'],
  [
    'and with marks',
    report(many, { link: null }),
    '9+!!',
    'ICP Lens: registration numbers on this page: 120. Faults: 1',
  ],
  [
    'of a page that was not read to its end, at least so many',
    { ...report(filing), capped: true },
    '1+',
    'ICP Lens: registration numbers on this page: at least 1',
  ],
  [
    'and with more than there is room for',
    { ...report(many, { link: null }), capped: true },
    '9+!!',
    'ICP Lens: registration numbers on this page: at least 120. Faults: 1',
  ],
  [
    'nor is a page without any when only a part of it was read',
    { ...report('nothing'), capped: true },
    '',
    "ICP Lens: no number of the site's own in the part of this page that was read",
  ],
  ['not known yet', { state: 'scanning' }, '', 'ICP Lens'],
  ['not readable', { state: 'blocked', url: 'about:config' }, '', 'ICP Lens'],
  ['not read', { state: 'failed' }, '', 'ICP Lens'],
  ['nothing known', null, '', 'ICP Lens'],
])('%s', (_why, given, text, title) => {
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
