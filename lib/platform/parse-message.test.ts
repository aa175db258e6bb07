import { describe, expect, test } from 'vitest';
import { parseMessage, parseScan } from './parse-message.ts';

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
  test('lets our messages through', () => {
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
    [{ name: 'scanned', data: { ...scan, blocks: 'no list' } }, 'blocks of another shape'],
    [{ name: 'scanned', data: { ...scan, blocks: [{ ...block, place: 'roof' }] } }, 'an unknown place'],
    [
      { name: 'scanned', data: { ...scan, blocks: [{ ...block, text: 'x'.repeat(20_001) }] } },
      'a block beyond the cap',
    ],
    [{ name: 'scanned', data: { ...scan, blocks: Array(1001).fill(block) } }, 'blocks beyond the cap'],
  ])('stops %j (%s)', (value, _why) => {
    expect(parseMessage(value)).toBeNull();
  });
});

test('parseScan takes a scan and nothing else', () => {
  expect(parseScan(scan)).toEqual(scan);
  expect(parseScan(null)).toBeNull();
  expect(parseScan({ ...scan, url: 1 })).toBeNull();
});
