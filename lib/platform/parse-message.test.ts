import { describe, expect, test } from 'vitest';
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

test('parseAnswer takes an answer and nothing else', () => {
  const said = { ...scan, status: 404, title: 'Not found', login: true };
  expect(parseAnswer(said)).toEqual(said);
  expect(parseAnswer(null)).toBeNull();
  expect(parseAnswer({ ...said, url: 1 })).toBeNull();
});

test.each<[object, string]>([
  [{}, 'nothing'],
  [{ status: null, title: {}, login: 'yes' }, 'something else, as where a form of the page bears the name'],
  [{ status: 1.5, title: 'x'.repeat(20_001), login: 1 }, 'what cannot be'],
])('where a page says %j (%s), what was scanned counts all the same', (said, _why) => {
  expect(parseAnswer({ ...scan, ...said })).toEqual({ ...scan, status: 0, title: '', login: false });
});
