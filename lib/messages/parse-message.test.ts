import { describe, expect, test } from 'vitest';
import { linkChars, maxBlockChars, maxBlocks, maxHrefChars, maxLinkChars, maxUrlChars } from '../scan/limits.ts';
import { parseAnswer, parseMessage } from './parse-message.ts';

const block = {
  id: 0,
  text: '京ICP备10046444号',
  source: 'text',
  place: 'footer',
  hidden: false,
  look: null,
  links: [],
};
const scan = { url: 'https://example.cn/', blocks: [block], capped: false, otherFrames: 0 };

describe('parseMessage', () => {
  test('accepts valid messages', () => {
    expect(parseMessage({ name: 'scanned', data: scan })).toEqual({ name: 'scanned', data: scan });
    expect(parseMessage({ name: 'scanned', data: null })).toEqual({ name: 'scanned', data: null });
    expect(parseMessage({ name: 'inspect', data: { tabId: 3 } })).toEqual({ name: 'inspect', data: { tabId: 3 } });
  });

  test.each([
    [undefined, 'nothing'],
    ['scanned', 'a string'],
    [{ name: 'other', data: scan }, 'an unknown name'],
    [{ name: 'inspect', data: { tabId: -1 } }, 'an impossible tab'],
    [{ name: 'inspect', data: { tabId: 1.5 } }, 'half a tab'],
  ])('refuses %j (%s)', (value, _why) => {
    expect(parseMessage(value)).toBeNull();
  });

  const link = { start: 0, end: 2, href: 'https://beian.miit.gov.cn/' };
  test.each<[why: string, data: unknown]>([
    ['nothing', undefined],
    ['no scan', 'a text'],
    ['an address beyond the limit', { ...scan, url: `https://example.cn/${'x'.repeat(maxUrlChars)}` }],
    ['blocks of another shape', { ...scan, blocks: 'no list' }],
    ['an unknown place', { ...scan, blocks: [{ ...block, place: 'roof' }] }],
    ['a block beyond the limit', { ...scan, blocks: [{ ...block, text: 'x'.repeat(maxBlockChars + 1) }] }],
    ['blocks beyond the limit', { ...scan, blocks: Array(maxBlocks + 1).fill(block) }],
    [
      'a link beyond the limit',
      { ...scan, blocks: [{ ...block, links: [{ ...link, href: 'x'.repeat(maxHrefChars + 1) }] }] },
    ],
    ['a link that is no text', { ...scan, blocks: [{ ...block, links: [{ ...link, href: {} }] }] }],
    [
      'links beyond the limit',
      { ...scan, blocks: [{ ...block, links: Array(maxLinkChars / linkChars + 1).fill(link) }] },
    ],
  ])('turns a scan with %s into a failed one, so that the earlier report does not stay', (_why, data) => {
    expect(parseMessage({ name: 'scanned', data })).toEqual({ name: 'scanned', data: null });
  });

  test('accepts the largest scan that the limits allow', () => {
    const odd = '\ud800\0\ufffe"\\\n';
    const text = odd.repeat(maxBlockChars).slice(0, maxBlockChars);
    const links = Array(maxLinkChars / linkChars / maxBlocks).fill({ ...link, href: odd });
    const all = {
      url: `https://example.cn/${'x'.repeat(maxUrlChars)}`.slice(0, maxUrlChars),
      blocks: Array.from({ length: maxBlocks }, (_, id) => ({ ...block, id, text, links })),
      capped: true,
      otherFrames: 100_000,
    };
    all.blocks[0]?.links.push({ ...link, href: 'x'.repeat(maxHrefChars) });
    const sent = { name: 'scanned', data: all };
    // As Chromium sends it, in no more than its 64 MiB.
    const json = JSON.stringify(sent);
    expect(Buffer.byteLength(json)).toBeLessThan(64 * 1024 * 1024);
    expect(parseMessage(JSON.parse(json))?.data).not.toBeNull();
    expect(parseAnswer({ ...all, status: 200, title: '', login: false })).not.toBeNull();
  });
});

test('parseAnswer accepts a valid answer and nothing else', () => {
  const said = { ...scan, status: 404, title: 'Not found', login: true };
  expect(parseAnswer(said)).toEqual(said);
  expect(parseAnswer(null)).toBeNull();
  expect(parseAnswer({ ...said, url: 1 })).toBeNull();
});

test.each<[object, string]>([
  [{}, 'nothing'],
  [{ status: null, title: {}, login: 'yes' }, 'something else, as where a form of the page bears the name'],
  [{ status: 1.5, title: 'x'.repeat(20_001), login: 1 }, 'what cannot be'],
])('parseAnswer accepts the scan of an answer with %j (%s)', (said, _why) => {
  expect(parseAnswer({ ...scan, ...said })).toEqual({ ...scan, status: 0, title: '', login: false });
});
