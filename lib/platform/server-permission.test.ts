import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askForServers, maySeeServer, reloadTab, stopAskingForServers } from './server-permission.ts';

const request = vi.fn();
const remove = vi.fn();
const contains = vi.fn();
const reload = vi.fn();

function manifest(keys: object): void {
  Object.assign(fakeBrowser.runtime, { getManifest: () => keys });
}

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(fakeBrowser.permissions, { request, remove, contains });
  Object.assign(fakeBrowser.tabs, { reload });
});

describe('asks for the half that the installation held back, and gives that back', () => {
  test.each([
    ['in Firefox', { optional_permissions: ['webRequest'] }, { permissions: ['webRequest'] }],
    ['in Chromium', { optional_host_permissions: ['*://*/*'] }, { origins: ['*://*/*'] }],
  ])('%s', async (_where, keys, right) => {
    manifest(keys);
    request.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
    const asked = askForServers();
    expect(request, 'browsers want it before the click is over').toHaveBeenCalledExactlyOnceWith(right);
    expect(await asked).toBe(true);
    expect(await askForServers()).toBe(false);
    await stopAskingForServers();
    expect(remove).toHaveBeenCalledExactlyOnceWith(right);
  });
});

test.each([
  ['https://www.example.cn/a?b#c', 'https://www.example.cn/*'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1/*'],
  ['http://[::1]:8080/', 'http://[::1]/*'],
  ['file:///home/page.html', '*://*/*'],
  ['about:blank', '*://*/*'],
])('the right is looked up for the site of %s', async (url, origin) => {
  contains.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  expect(await maySeeServer(url)).toBe(true);
  expect(contains).toHaveBeenCalledWith({ permissions: ['webRequest'], origins: [origin] });
  expect(await maySeeServer(url)).toBe(false);
});

test('a tab is loaded again', async () => {
  await reloadTab(7);
  expect(reload).toHaveBeenCalledExactlyOnceWith(7);
});
