import { expect, test } from 'vitest';
import type { PageOutcome } from '../../lib/audits/entry.ts';
import { entryOf, type PageResult, parseResult } from './page-result.ts';

const failed = (ending: PageOutcome): PageResult => ({
  key: 'https://a.cn/',
  opened: 'http://a.cn/',
  tries: 1,
  readAt: '2026-11-22T08:30:00.000Z',
  ending,
  finalUrl: 'http://a.cn/x',
  error: 'not read',
  report: null,
});

test.each<[string, PageOutcome, string | null]>([
  ['a status', { state: 'unreachable', cause: 'http', status: 500 }, 'http://a.cn/x'],
  ['a test whether a person is there', { state: 'wall', wall: 'challenge' }, 'http://a.cn/x'],
  ['a page that came too late', { state: 'unreachable', cause: 'timeout', status: null }, null],
  ['a PDF', { state: 'blocked' }, null],
])('an entry for %s has the final address of the workspace', (_what, ending, finalUrl) => {
  expect(entryOf('run', 0, 'a.cn', failed(ending))).toMatchObject({ asked: 'a.cn', address: 'http://a.cn/', finalUrl });
});

test('a line of results is parsed as it was written', () => {
  const result = failed({ state: 'none' });
  expect(parseResult(JSON.stringify(result))).toEqual(result);
  expect(parseResult(JSON.stringify({ ...result, opened: undefined }))).toBeNull();
});
