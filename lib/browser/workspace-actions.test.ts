import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openWorkspace, readOpenTabs } from './workspace-actions.ts';

const create = vi.fn(async () => ({}));
const update = vi.fn(async () => ({}));

/** A browser with windows, private or not. The first one is the current window. */
function windows(...incognito: boolean[]): void {
  const all = incognito.map((incognito, index) => ({ id: index + 1, incognito }));
  Object.assign(fakeBrowser.windows, { getCurrent: async () => all[0], getAll: async () => all, update });
}

beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `extension://id${path}` });
  Object.assign(fakeBrowser.tabs, { create });
});

test('the workspace opens in a normal window when it is opened from a private one', async () => {
  windows(true, true, false, false);
  await openWorkspace();
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'extension://id/workspace.html', windowId: 3 });
  expect(update).toHaveBeenCalledExactlyOnceWith(3, { focused: true });
});

test.each([
  ['from a window that is not private', [false, true, false]],
  ['where every window is private', [true, true]],
])('%s, the workspace opens in the current window', async (_where, incognito) => {
  windows(...incognito);
  await openWorkspace();
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'extension://id/workspace.html' });
  expect(update).not.toHaveBeenCalled();
});

test.each([
  ['is not private, private ones are left out', false, ['https://a.cn/']],
  ['is private, all of them are taken', true, ['https://a.cn/', 'https://b.cn/']],
])('the addresses of open tabs are as expected where the workspace %s', async (_what, inIncognitoContext, expected) => {
  const tabs = [
    { url: 'https://a.cn/', incognito: false },
    { url: 'https://b.cn/', incognito: true },
    { url: 'about:blank', incognito: false },
  ];
  Object.assign(fakeBrowser.permissions, { request: async () => true });
  Object.assign(fakeBrowser.tabs, { query: async () => tabs });
  Object.assign(fakeBrowser.extension, { inIncognitoContext });
  expect(await readOpenTabs('all')).toEqual(expected);
});
