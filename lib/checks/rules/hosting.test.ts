import { expect, test } from 'vitest';
import { block, checksOf, pageOf } from '../fixtures.ts';
import type { Server } from '../server.ts';

const filing = '京ICP备2021018374号-1';
const licence = '京B2-20213086';
const police = '京公网安备11010802046193号';

const seen = (where: 'mainland' | 'outside' | 'disputed' | 'special'): Server => ({
  state: 'seen',
  ip: '192.0.2.1',
  where,
  tableDate: '2026-11-01',
});
test.each<[Server, string[], string[]]>([
  [seen('mainland'), [filing], ['mainland-shown', '192.0.2.1', '2026-11-01']],
  [seen('mainland'), [], ['mainland-none', '192.0.2.1', '2026-11-01']],
  [seen('mainland'), [police], ['mainland-none', '192.0.2.1', '2026-11-01']],
  [seen('mainland'), ['萌ICP备20250577号'], ['mainland-none', '192.0.2.1', '2026-11-01']],
  [seen('mainland'), ['京ICP备12345678号'], ['mainland-none', '192.0.2.1', '2026-11-01']],
  [seen('outside'), [], ['outside-none', '192.0.2.1', '2026-11-01']],
  [seen('outside'), [licence], ['outside-shown', '192.0.2.1', '2026-11-01']],
  [seen('special'), [filing], ['server-special', '192.0.2.1']],
  [seen('disputed'), [filing], ['server-disputed', '192.0.2.1', '2026-11-01']],
  [{ state: 'proxied' }, [filing], ['server-proxied']],
  [{ state: 'unseen' }, [filing], ['server-unseen']],
  [{ state: 'not-asked' }, [], ['server-not-asked']],
])('a server that is %j, with the numbers %j', (server, texts, expected) => {
  const page = pageOf(
    texts.map((text) => block(text)),
    { server },
  );
  expect(checksOf(page, 'hosting').map(({ answer, parts }) => [answer, ...parts])).toEqual([expected]);
});

test.each([
  'file:///home/li/a.html',
  'about:blank',
  'data:text/html,a',
  'blob:https://example.cn/5f0b',
])('an address without a server has no check of hosting: %s', (url) => {
  expect(checksOf(pageOf([block(filing)], { url }), 'hosting')).toEqual([]);
  expect(checksOf(pageOf([], { url, server: { state: 'unseen' } }), 'hosting')).toEqual([]);
});
