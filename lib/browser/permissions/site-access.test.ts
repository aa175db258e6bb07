import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  hasFullSiteAccess,
  hasSiteAccess,
  isCovered,
  isWithheld,
  requestSiteAccess,
  subscribeToSiteAccess,
} from './site-access.ts';

const request = vi.fn();
const get = vi.fn();
let origins: string[];
let listeners: Set<() => void>;

beforeEach(() => {
  vi.resetAllMocks();
  origins = [];
  listeners = new Set();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  Object.assign(fakeBrowser.permissions, {
    request,
    getAll: async () => ({ origins }),
    onAdded: event,
    onRemoved: event,
  });
  Object.assign(fakeBrowser.tabs, { get });
});

test.each([
  [['http://*/*', 'https://*/*'], true, 'the patterns of the content script'],
  [['*://*/*'], true, 'one pattern for both protocols'],
  [['<all_urls>'], true, 'what screenshots need'],
  [['http://*/*'], false, 'pages without a secure connection alone'],
  [['https://www.example.cn/*', '*://*.example.com/*'], false, 'some sites'],
  [[], false, 'none'],
])('full site access with the patterns %j is as expected', async (given, expected) => {
  origins = given;
  expect(await hasFullSiteAccess()).toBe(expected);
});

test.each([
  ['https://www.example.cn/a?b#c', ['https://www.example.cn/*'], true],
  ['http://www.example.cn/', ['https://www.example.cn/*'], false],
  ['https://example.cn/', ['https://www.example.cn/*'], false],
  ['https://www.example.cn/', ['*://*.example.cn/*'], true],
  ['https://example.cn/', ['*://*.example.cn/*'], true],
  ['https://badexample.cn/', ['*://*.example.cn/*'], false],
  ['http://127.0.0.1:8080/', ['http://127.0.0.1/*'], true],
  ['http://127.0.0.1:8080/', ['http://127.0.0.1:8080/*'], true],
  ['http://127.0.0.1:8081/', ['http://127.0.0.1:8080/*'], false],
  ['http://[::1]:8080/', ['http://[::1]/*'], true],
  ['https://www.example.cn/', ['http://*/*', 'https://*/*'], true],
  ['https://www.example.cn/', ['http://*/*'], false],
  ['https://www.example.cn/', ['<all_urls>'], true],
  ['file:///home/page.html', ['*://*/*'], false],
  ['about:blank', ['*://*/*'], false],
  ['no address', ['<all_urls>'], false],
  ['https://www.example.cn/', [], false],
])('%s and %j', async (url, given, expected) => {
  expect(isCovered(url, given)).toBe(expected);
  origins = given;
  expect(await hasSiteAccess(url)).toBe(expected);
});

test('site access is requested before the click is over', async () => {
  request.mockResolvedValue(false);
  const asked = requestSiteAccess();
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['http://*/*', 'https://*/*'] });
  expect(await asked).toBe(false);
});

test('a subscriber to site access gets every change until it unsubscribes', async () => {
  const heard = vi.fn();
  const end = subscribeToSiteAccess(heard);
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(false));
  origins = ['*://*/*'];
  for (const listener of listeners) listener();
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(true));
  end();
  expect(listeners.size).toBe(0);
});

test.each([
  ['its address is hidden', { url: undefined }, true],
  ['its address is of a site that may not be read', { url: 'https://other.example.cn/' }, true],
  ['its address is of one that may', { url: 'https://www.example.cn/a.pdf' }, false],
  ['it is gone', null, false],
])('a page is withheld where some sites may be read: %s', async (_why, tab, expected) => {
  origins = ['https://www.example.cn/*'];
  if (tab === null) get.mockRejectedValue(new Error('No tab with id: 7.'));
  else get.mockResolvedValue(tab);
  expect(await isWithheld(7)).toBe(expected);
});

test('no page is withheld where every page may be read', async () => {
  origins = ['http://*/*', 'https://*/*'];
  get.mockResolvedValue({ url: undefined });
  expect(await isWithheld(7)).toBe(false);
});
