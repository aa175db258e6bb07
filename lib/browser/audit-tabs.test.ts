import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addAuditTab, closeAuditTab, closeLeftoverTabs, isAuditTab } from './audit-tabs.ts';

const remove = vi.fn<(tabId: number) => Promise<void>>();
const get = vi.fn<(tabId: number) => Promise<object>>();
const never = new Promise<never>(() => {});

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  remove.mockReset().mockResolvedValue();
  get.mockReset().mockRejectedValue(new Error('no such tab'));
  Object.assign(fakeBrowser.tabs, { remove, get });
  await addAuditTab(1);
});

afterEach(() => vi.useRealTimers());

test('a tab that was closed is no longer on the list of audit tabs', async () => {
  expect(await isAuditTab(1)).toBe(true);
  await closeAuditTab(1);
  expect(remove).toHaveBeenCalledWith(1);
  expect(await isAuditTab(1)).toBe(false);
});

test('a tab whose closing only the event reports is no longer on the list of audit tabs', async () => {
  remove.mockReturnValue(never);
  const closed = closeAuditTab(1);
  await fakeBrowser.tabs.onRemoved.trigger(2, { windowId: 1, isWindowClosing: false });
  expect(await isAuditTab(1)).toBe(true);
  await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 1, isWindowClosing: false });
  await closed;
  expect(await isAuditTab(1)).toBe(false);
});

test('a tab that was gone before it is closed is no longer on the list of audit tabs', async () => {
  remove.mockRejectedValue(new Error('no such tab'));
  await closeAuditTab(1);
  expect(await isAuditTab(1)).toBe(false);
});

test.each([
  ['is held back', () => never],
  ['is held fast', () => Promise.reject(new Error('somebody drags it'))],
])('a tab that %s stays on the list of audit tabs, and the wait for it ends', async (_, answer) => {
  remove.mockImplementation(answer);
  get.mockResolvedValue({ id: 1 });
  const closed = closeAuditTab(1);
  await vi.runAllTimersAsync();
  await closed;
  expect(await isAuditTab(1)).toBe(true);
});

test('the tabs that an earlier workspace left open are closed, even after one that does not close', async () => {
  await addAuditTab(2);
  await fakeBrowser.storage.session.set({ 'tab:3': { state: 'scanning' } });
  remove.mockImplementation((tabId) => (tabId === 1 ? never : Promise.resolve()));
  const closed = closeLeftoverTabs();
  await vi.runAllTimersAsync();
  await closed;
  expect([await isAuditTab(1), await isAuditTab(2)]).toEqual([true, false]);
  expect(remove.mock.calls).toEqual([[1], [2]]);
});

test('a workspace closes no leftover tabs of private windows, and a workspace in a private window closes only those', async () => {
  await addAuditTab(2);
  get.mockImplementation(async (tabId) => ({ id: tabId, incognito: tabId === 2 }));
  Object.assign(fakeBrowser.extension, { inIncognitoContext: false });
  await closeLeftoverTabs();
  expect([await isAuditTab(1), await isAuditTab(2)]).toEqual([false, true]);
  Object.assign(fakeBrowser.extension, { inIncognitoContext: true });
  await addAuditTab(1);
  await closeLeftoverTabs();
  expect([await isAuditTab(1), await isAuditTab(2)]).toEqual([true, false]);
});
