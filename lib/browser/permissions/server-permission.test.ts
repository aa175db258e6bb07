import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  hasServerPermission,
  hasServerPermissionFor,
  reloadTab,
  removeServerPermission,
  requestServerPermission,
} from './server-permission.ts';

const request = vi.fn();
const remove = vi.fn();
const contains = vi.fn();
const getAll = vi.fn();
const reload = vi.fn();

function manifest(keys: object): void {
  Object.assign(fakeBrowser.runtime, { getManifest: () => keys });
}

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(fakeBrowser.permissions, { request, remove, contains, getAll });
  getAll.mockResolvedValue({});
  Object.assign(fakeBrowser.tabs, { reload });
});

describe('the server permission requests what the installation does not grant, and removes what it added', () => {
  test.each([
    [
      'in Firefox, where it asks for the pages too, which the user may have taken back',
      { optional_permissions: ['webRequest'] },
      { permissions: ['webRequest'], origins: ['http://*/*', 'https://*/*'] },
      { permissions: ['webRequest'] },
    ],
    ['in Chromium', { optional_host_permissions: ['*://*/*'] }, { origins: ['*://*/*'] }, { origins: ['*://*/*'] }],
  ])('%s', async (_where, keys, asks, right) => {
    manifest(keys);
    request.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
    const asked = requestServerPermission();
    expect(request, 'browsers want it before the click is over').toHaveBeenCalledExactlyOnceWith(asks);
    expect(await asked).toBe(true);
    expect(await requestServerPermission()).toBe(false);
    await removeServerPermission();
    expect(remove).toHaveBeenCalledExactlyOnceWith(right);
  });
});

test.each([
  ['https://www.example.cn/a?b#c', 'https://www.example.cn/*'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1/*'],
  ['http://[::1]:8080/', 'http://[::1]/*'],
  ['file:///home/page.html', '*://*/*'],
  ['about:blank', '*://*/*'],
])('the server permission is looked up for the site of %s', async (url, origin) => {
  manifest({ optional_permissions: ['webRequest'] });
  contains.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  expect(await hasServerPermissionFor(url)).toBe(true);
  expect(contains).toHaveBeenCalledWith({ permissions: ['webRequest'], origins: [origin] });
  expect(await hasServerPermissionFor(url)).toBe(false);
});

test.each([
  ['missing if access to pages was granted for screenshots', ['<all_urls>', 'http://*/*', 'https://*/*'], {}, false],
  ['missing if access to pages was granted to read them', ['http://*/*', 'https://*/*'], {}, false],
  ['granted if access to pages was granted for screenshots and for servers', ['<all_urls>', '*://*/*'], {}, true],
  ['granted if access to pages was granted for servers alone', ['*://*/*'], {}, true],
  ['granted in Firefox, whatever was granted for screenshots', ['<all_urls>'], ['webRequest'], true],
])('the server permission is %s', async (_what, origins, optional, may) => {
  // The wider pattern covers the other, and browsers say so.
  contains.mockResolvedValue(true);
  getAll.mockResolvedValue({ origins });
  manifest(Array.isArray(optional) ? { optional_permissions: optional } : {});
  expect(await hasServerPermission()).toBe(may);
  expect(await hasServerPermissionFor('https://www.example.cn/')).toBe(may);
});

test('access to one site alone allows its server to be seen, and no other', async () => {
  manifest({});
  contains.mockResolvedValue(true);
  getAll.mockResolvedValue({ origins: ['https://www.example.cn/*', 'https://*/*'] });
  expect(await hasServerPermissionFor('https://www.example.cn/a')).toBe(true);
  expect(await hasServerPermissionFor('https://www.example.com/')).toBe(false);
  expect(await hasServerPermission()).toBe(false);
});

test('in Firefox, servers may not be seen while site access is removed', async () => {
  manifest({ optional_permissions: ['webRequest'] });
  contains.mockImplementation(async ({ origins = [] }: { origins?: string[] }) => origins.length === 0);
  expect(await hasServerPermission()).toBe(false);
});

test('reloadTab reloads the tab', async () => {
  await reloadTab(7);
  expect(reload).toHaveBeenCalledExactlyOnceWith(7);
});
