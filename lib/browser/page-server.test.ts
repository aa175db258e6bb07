import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Server } from '../checks/server.ts';
import { serverOf } from './page-server.ts';
import { keepAnswer } from './server-answers.ts';

const contains = vi.fn();
const load = vi.fn(async () => Response.json({ date: '2026-02-03', v4: 'O0M1020304O1', v6: 'S0' }));

beforeEach(() => {
  fakeBrowser.reset();
  contains.mockReset().mockResolvedValue(true);
  Object.assign(fakeBrowser.permissions, { contains });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ optional_permissions: ['webRequest'] }) });
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `extension://id${path}` });
  vi.stubGlobal('fetch', load);
});

const page = 'https://www.example.cn:8443/about?a#b';
const answered = (change: object = {}) =>
  keepAnswer(1, { origin: 'https://www.example.cn:8443', ip: '1.2.3.4', proxied: false, ...change }, async () => true);
const seen = (ip: string, where: 'mainland' | 'outside' | 'special'): Server => ({
  state: 'seen',
  ip,
  where,
  tableDate: '2026-02-03',
});

test('without the permission the server is not asked for, even where an answer is stored, and the table is not loaded', async () => {
  await answered();
  contains.mockResolvedValue(false);
  expect(await serverOf(1, page)).toEqual({ state: 'not-asked' });
  expect(load).not.toHaveBeenCalled();
});

test('the server of a page without a stored answer is unseen', async () => {
  await answered({ origin: 'https://www.example.cn' });
  await answered({ origin: 'http://www.example.cn:8443' });
  expect(await serverOf(1, page)).toEqual({ state: 'unseen' });
  expect(await serverOf(2, 'https://www.example.cn/')).toEqual({ state: 'unseen' });
});

test.each<[object, Server]>([
  [{ ip: '1.2.3.4' }, seen('1.2.3.4', 'mainland')],
  [{ ip: '1.2.3.5' }, seen('1.2.3.5', 'outside')],
  [{ ip: '::1' }, seen('::1', 'special')],
  [{ ip: '::ffff:1.2.3.4' }, seen('::ffff:1.2.3.4', 'mainland')],
  [{ ip: null }, { state: 'unseen' }],
  [{ ip: 'no address' }, { state: 'unseen' }],
  [{ ip: '1.2.3.4', proxied: true }, { state: 'proxied' }],
  [{ ip: null, proxied: true }, { state: 'proxied' }],
])('the server of a page whose answer changes by %j is as expected', async (change, server) => {
  await answered(change);
  expect(await serverOf(1, page)).toEqual(server);
});

test('the hosting table is the extension’s own file, and is loaded once', async () => {
  await answered();
  await serverOf(1, page);
  await serverOf(1, page);
  expect(load.mock.calls).toEqual([['extension://id/hosting-table.json']]);
});

test.each([
  ['', 'not-asked'],
  ['no address', 'not-asked'],
  ['about:blank', 'unseen'],
  ['file:///home/page.html', 'unseen'],
])('the server of the page %j is unknown', async (url, state) => {
  await answered();
  expect(await serverOf(1, url)).toEqual({ state });
});
