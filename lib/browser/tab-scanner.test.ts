import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Scan } from '../messages/messages.ts';
import { handleMessages } from './background-messages.ts';
import { readReport } from './tab-reports.ts';
import { forgetReport, recordScan, refreshReport, scanTab } from './tab-scanner.ts';

const scan: Scan = {
  url: 'https://example.cn/',
  blocks: [
    { id: 0, text: '京ICP备10046444号-1', source: 'text', place: 'footer', hidden: false, look: null, links: [] },
  ],
  capped: false,
  otherFrames: 0,
};
const tab = { id: 1, index: 0, highlighted: true, active: true, pinned: false, incognito: false };
const sendMessage = vi.fn();
const executeScript = vi.fn();
const badge = vi.fn(async (_: object) => {});
/** The address of the tab, as the browser gives it. */
const shows = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetAllMocks();
  shows.mockResolvedValue({ url: scan.url });
  Object.assign(fakeBrowser.tabs, { sendMessage, get: shows });
  Object.assign(fakeBrowser.permissions, { contains: async () => false });
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  Object.assign(fakeBrowser.action, { setBadgeText: badge, setBadgeBackgroundColor: badge, setTitle: badge });
  Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => key });
});

/** Scans a tab for the popup, and advances the clock until the scan times out. */
async function inspectInVain(): Promise<void> {
  vi.useFakeTimers();
  const inspected = scanTab(1);
  await vi.runAllTimersAsync();
  await inspected;
  vi.useRealTimers();
}

test('the scan that a page reports is stored as a report with its numbers', async () => {
  await recordScan(1, scan);
  const report = await readReport(1);
  expect(report).toMatchObject({ state: 'done', url: 'https://example.cn/' });
  expect(report?.state === 'done' && report.findings.map(({ number }) => number.canonical)).toEqual([
    '京ICP备10046444号-1',
  ]);
});

test('a scan that failed is stored as failed, not as a page without numbers', async () => {
  await recordScan(1, null);
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('an invalid scan is stored as failed, and neither the report nor the badge from before stays', async () => {
  handleMessages({ scanned: recordScan, left: forgetReport, inspect: scanTab });
  const send = (data: unknown) =>
    fakeBrowser.runtime.onMessage.trigger({ name: 'scanned', data }, { id: fakeBrowser.runtime.id, tab, frameId: 0 });
  await send(scan);
  expect(badge).toHaveBeenCalledWith({ tabId: 1, text: '1!!' });
  const links = [{ start: 0, end: 3, href: `https://example.cn/${'x'.repeat(100_000)}` }];
  await send({ ...scan, blocks: scan.blocks.map((block) => ({ ...block, links })) });
  expect(await readReport(1)).toEqual({ state: 'failed' });
  expect(badge).toHaveBeenLastCalledWith({ tabId: 1, title: 'extension_name' });
  expect(badge).toHaveBeenCalledWith({ tabId: 1, text: '' });
});

test('a page with the content script is asked, and no script is injected', async () => {
  sendMessage.mockResolvedValue(scan);
  await scanTab(1);
  expect(await readReport(1)).toMatchObject({ state: 'done' });
  expect(executeScript).not.toHaveBeenCalled();
});

test('a page without the content script gets it injected after a click', async () => {
  sendMessage.mockRejectedValueOnce(new Error('no receiver')).mockResolvedValue(scan);
  executeScript.mockResolvedValue([]);
  await scanTab(1);
  expect(executeScript).toHaveBeenCalledOnce();
  expect(await readReport(1)).toMatchObject({ state: 'done' });
});

test.each([
  ['chrome://version/', { url: 'chrome://version/' }],
  ['', {}],
])('a page that no extension may enter is blocked: %j', async (url, tab) => {
  shows.mockResolvedValue(tab);
  sendMessage.mockRejectedValue(new Error('no receiver'));
  executeScript.mockRejectedValue(new Error('cannot access'));
  await scanTab(1);
  expect(await readReport(1)).toEqual({ state: 'blocked', url });
});

test.each([
  ['about:config', { state: 'blocked', url: 'about:config' }],
  ['https://example.cn/', { state: 'failed' }],
  ['file:///a.html', { state: 'failed' }],
])('a page that accepts the script but does not run it is blocked or failed by its address: %s', async (url, expected) => {
  shows.mockResolvedValue({ url });
  sendMessage.mockRejectedValue(new Error('no receiver'));
  executeScript.mockResolvedValue([]);
  await scanTab(1);
  expect(await readReport(1)).toEqual(expected);
});

test('a tab that is closed while it is asked is blocked without an address', async () => {
  shows.mockRejectedValue(new Error('no tab'));
  sendMessage.mockRejectedValue(new Error('no receiver'));
  executeScript.mockRejectedValue(new Error('no tab'));
  await scanTab(1);
  expect(await readReport(1)).toEqual({ state: 'blocked', url: '' });
});

test('a page with an invalid answer counts as failed', async () => {
  sendMessage.mockResolvedValue({ url: 1 });
  await scanTab(1);
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('a page that never answers counts as failed', async () => {
  sendMessage.mockReturnValue(new Promise(() => {}));
  await inspectInVain();
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('a page that never stops loading and runs no injected script counts as failed', async () => {
  sendMessage.mockRejectedValue(new Error('no receiver'));
  executeScript.mockReturnValue(new Promise(() => {}));
  await inspectInVain();
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('a tab that moves to a page without a content script has no report', async () => {
  await recordScan(1, scan);
  sendMessage.mockRejectedValue(new Error('no receiver'));
  await refreshReport(1);
  expect(await readReport(1)).toBeNull();
});

test('a page whose route changes is scanned again', async () => {
  await recordScan(1, scan);
  sendMessage.mockResolvedValue({ ...scan, url: 'https://example.cn/about', blocks: [] });
  await refreshReport(1);
  expect(await readReport(1)).toMatchObject({ state: 'done', url: 'https://example.cn/about', findings: [] });
});

test('a page that is left while its report is made has no report afterwards', async () => {
  await Promise.all([recordScan(1, scan), forgetReport(1)]);
  expect(await readReport(1)).toBeNull();
});

test('the report of a closed tab is deleted', async () => {
  await recordScan(1, scan);
  await forgetReport(1);
  expect(await readReport(1)).toBeNull();
});

test('a report that exceeds the quota is still returned to the popup, and its badge is removed when the page is left', async () => {
  sendMessage.mockResolvedValue(scan);
  const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota'));
  expect(await scanTab(1)).toMatchObject({ state: 'done', url: 'https://example.cn/' });
  expect(await readReport(1)).toBeNull();
  set.mockRestore();
  await fakeBrowser.storage.session.set({ 'tab:1': '' });
  await forgetReport(1);
  expect(badge).toHaveBeenCalledWith({ tabId: 1, text: '' });
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
});

test('the badge of a tab without a report is not touched', async () => {
  await forgetReport(1);
  expect(badge).not.toHaveBeenCalled();
  await recordScan(1, scan);
  badge.mockClear();
  await forgetReport(1);
  expect(badge).toHaveBeenCalled();
  expect(await readReport(1)).toBeNull();
});

test('a tab of an audit gets no report of its own until the popup is opened on it', async () => {
  await fakeBrowser.storage.session.set({ 'audit-tab:1': true });
  sendMessage.mockResolvedValue(scan);
  await recordScan(1, scan);
  await refreshReport(1);
  expect(await readReport(1)).toBeNull();
  expect(sendMessage).not.toHaveBeenCalled();
  expect(badge).not.toHaveBeenCalled();
  await scanTab(1);
  expect(await readReport(1)).toMatchObject({ state: 'done', url: 'https://example.cn/' });
  await recordScan(1, { ...scan, url: 'https://example.cn/about' });
  expect(await readReport(1)).toMatchObject({ url: 'https://example.cn/about' });
  await forgetReport(1);
  expect(await readReport(1)).toBeNull();
});
