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
/** What the tab shows, as the browser tells it. */
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

/** Opens the popup on a page that lets it wait, until it waits no longer. */
async function inspectInVain(): Promise<void> {
  vi.useFakeTimers();
  const inspected = scanTab(1);
  await vi.runAllTimersAsync();
  await inspected;
  vi.useRealTimers();
}

test('what a page reports is kept, read into numbers', async () => {
  await recordScan(1, scan);
  const report = await readReport(1);
  expect(report).toMatchObject({ state: 'done', url: 'https://example.cn/' });
  expect(report?.state === 'done' && report.findings.map(({ number }) => number.canonical)).toEqual([
    '京ICP备10046444号-1',
  ]);
});

test('a scan that broke is a failure, not an empty page', async () => {
  await recordScan(1, null);
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('a scan that is refused is a failure: neither the report nor the badge of before stays', async () => {
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

test('a page that has the content script is asked, nothing is injected', async () => {
  sendMessage.mockResolvedValue(scan);
  await scanTab(1);
  expect(await readReport(1)).toMatchObject({ state: 'done' });
  expect(executeScript).not.toHaveBeenCalled();
});

test('a page without it gets it, by the right the click gave', async () => {
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
])('a page that takes the script and runs none: %s', async (url, expected) => {
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

test('a page that answers with something else has failed', async () => {
  sendMessage.mockResolvedValue({ url: 1 });
  await scanTab(1);
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('a page that never answers has failed', async () => {
  sendMessage.mockReturnValue(new Promise(() => {}));
  await inspectInVain();
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('a page that loads on and on and lets no script in has failed', async () => {
  sendMessage.mockRejectedValue(new Error('no receiver'));
  executeScript.mockReturnValue(new Promise(() => {}));
  await inspectInVain();
  expect(await readReport(1)).toEqual({ state: 'failed' });
});

test('a tab that went where no content script is has no report', async () => {
  await recordScan(1, scan);
  sendMessage.mockRejectedValue(new Error('no receiver'));
  await refreshReport(1);
  expect(await readReport(1)).toBeNull();
});

test('a change of route is read anew', async () => {
  await recordScan(1, scan);
  sendMessage.mockResolvedValue({ ...scan, url: 'https://example.cn/about', blocks: [] });
  await refreshReport(1);
  expect(await readReport(1)).toMatchObject({ state: 'done', url: 'https://example.cn/about', findings: [] });
});

test('a page that leaves while its report is made leaves none behind', async () => {
  await Promise.all([recordScan(1, scan), forgetReport(1)]);
  expect(await readReport(1)).toBeNull();
});

test('a closed tab is forgotten', async () => {
  await recordScan(1, scan);
  await forgetReport(1);
  expect(await readReport(1)).toBeNull();
});

test('a report that finds no room is told to the popup all the same, and its badge goes with the page', async () => {
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

test('where nothing is known of a tab, there is nothing to take off its badge', async () => {
  await forgetReport(1);
  expect(badge).not.toHaveBeenCalled();
  await recordScan(1, scan);
  badge.mockClear();
  await forgetReport(1);
  expect(badge).toHaveBeenCalled();
  expect(await readReport(1)).toBeNull();
});

test('tabs of audits are left to the audit, until the popup is opened on one', async () => {
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
