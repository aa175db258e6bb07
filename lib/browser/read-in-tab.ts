import type { Runtime, Tabs } from 'webextension-polyfill';
import { isSiteAddress } from '../addresses/site-address.ts';
import type { AuditOptions } from '../audits/bulk-audit.ts';
import { type NetworkAnswer, type PageLoad, pageOutcome } from '../audits/page-outcome.ts';
import { isHomePage } from '../checks/page-address.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { ReadSite, SiteReading } from '../jobs/audit-runner.ts';
import type { PageAnswer, Scan } from '../messages/messages.ts';
import { parseMessage } from '../messages/parse-message.ts';
import { siteReportOf } from '../messages/report-of-scan.ts';
import type { AuditScreenshots } from './audit-screenshots.ts';
import { addAuditTab, closeAuditTab } from './audit-tabs.ts';
import { browser } from './browser.ts';
import { serverOf } from './page-server.ts';
import { hasSiteAccess, isWithheld } from './permissions/site-access.ts';
import type { ScreenshotWindow } from './screenshot-window.ts';
import { injectAndScan, requestScan, type ScanAnswer } from './tab-scanner.ts';
import { documentOf, type TabDocument } from './tab-screenshot.ts';

/** How long a page that shows no number is given after it has loaded, in milliseconds: footers of single-page apps come late. */
const lateMs = 3_000;

/** What the network said of a tab, and how screenshots are taken. */
type ReaderTools = { networkOf: (tabId: number) => NetworkAnswer | null; screenshots: AuditScreenshots };

/** How a page is read in a tab: with a screenshot, and until when. */
type TabReading = ReaderTools & { tabId: number; withScreenshot: boolean; limit: AbortSignal };

/**
 * Reads sites, each in a tab of its own: in the background, muted, closed afterwards. `networkOf` returns the last network answer
 * for a tab (see `listenToNetwork`). Never rejects because of a page: `ending` says what went wrong.
 */
export function readInTabs(tools: ReaderTools): ReadSite {
  const { screenshots } = tools;
  subscribeToLoads();
  return async (address, options, signal) => {
    const window = options.screenshots === true ? await screenshots.windowFor() : null;
    const reading = await readInTab(address, options, signal, tools, window);
    // The user closed the window with this page in it: not the page's fault, so it is read again elsewhere.
    const isCutOff = window !== null && reading.report === null && !signal.aborted && (await screenshots.isClosed());
    return isCutOff ? readInTab(address, options, signal, tools, null) : reading;
  };
}

/** The result for a site of which nothing was read, without its ending. */
const nothingRead = { report: null, screenshot: null, finalUrl: null, further: null } satisfies Partial<SiteReading>;

/** Reads a site in a new tab of a window; of the current window where that is null or gone. */
async function readInTab(
  address: string,
  { limitMs, lookFurther, screenshots = false }: AuditOptions,
  signal: AbortSignal,
  tools: ReaderTools,
  window: ScreenshotWindow | null,
): Promise<SiteReading> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  // Audits may come from a file, and browsers let extensions open the browser's own pages and local files.
  if (!isSiteAddress(address)) return { ...nothingRead, ending: { state: 'blocked' } };
  // Without site access the page could not be read, so no request is sent.
  if (!(await hasSiteAccess(address))) return { ...nothingRead, ending: { state: 'not-allowed' } };
  const tab = await openTab(address, window);
  if (tab === null) return { ...nothingRead, ending: { state: 'blocked' } };
  const tabId = tab.id ?? browser.tabs.TAB_ID_NONE;
  openTabs.add(tabId);
  const reading = { ...tools, tabId, withScreenshot: screenshots, limit };
  try {
    await addAuditTab(tabId);
    await browser.tabs.update(tabId, { muted: true }).catch(() => {});
    const first = await readPage(reading, address);
    if (!lookFurther || first.ending.state !== 'none' || !isHomePage(first.finalUrl ?? '')) return first;
    return (await readFurther(reading, first)) ?? first;
  } finally {
    await closeAuditTab(tabId);
  }
}

/** Opens a tab in the background, in a window if that is still open; null where the browser refuses. */
async function openTab(url: string, window: ScreenshotWindow | null): Promise<Tabs.Tab | null> {
  const anywhere = { url, active: false };
  // The opener lets that window recognise the tab, even if this page ends before it has called `addAuditTab`.
  const inWindow = window === null ? null : { ...anywhere, windowId: window.windowId, openerTabId: window.tabId };
  const there = inWindow === null ? null : await browser.tabs.create(inWindow).catch(() => null);
  return there ?? browser.tabs.create(anywhere).catch(() => null);
}

/** Reads the page that a tab is loading. */
async function readPage(
  { tabId, networkOf, limit, withScreenshot, screenshots }: TabReading,
  asked: string,
): Promise<SiteReading> {
  const { load, read } = await readLastPage(tabId, withScreenshot, limit);
  const network =
    networkOf(tabId) ?? (read === null && !limit.aborted ? await lateNetworkAnswer(networkOf, tabId) : null);
  // The address led to a site that may not be read, or site access was removed meanwhile.
  const isLocked = read === null && load === 'loaded' && (await isWithheld(tabId));
  const page = read && { report: read.report, look: read.page, status: read.page.status };
  const ending = pageOutcome({ asked, load, network, isWithheld: isLocked, page });
  if (read === null) return { ...nothingRead, ending };
  const { report, shown } = read;
  const screenshot = withScreenshot ? await screenshots.take(tabId, shown, report) : null;
  return { report, screenshot, finalUrl: report.url, further: null, ending };
}

/** How long to wait for the network answer after the page, in milliseconds: Firefox shows its error page before it reports the error. */
const lateNetworkMs = 1_000;

async function lateNetworkAnswer(networkOf: ReaderTools['networkOf'], tabId: number): Promise<NetworkAnswer | null> {
  return new Promise((resolve) => setTimeout(() => resolve(networkOf(tabId)), lateNetworkMs));
}

/** How many redirects by script or refresh are followed, including the first page. After that, the current page is read. */
const maxPages = 5;

type PageAndReport = { report: SiteReport; page: PageAnswer };

/** A page that was read. `shown`: its document before reading; null where that was not wanted or not available. */
type PageRead = PageAndReport & { shown: TabDocument | null };

/** Reads the page that a tab is loading. If it redirects by script or refresh before it shows a number, reads the target. */
async function readLastPage(
  tabId: number,
  withScreenshot: boolean,
  limit: AbortSignal,
): Promise<{ load: PageLoad; read: PageRead | null }> {
  for (let pages = 1; ; pages++) {
    const load = await whenReadable(tabId, limit);
    const shown = withScreenshot ? await documentOf(tabId) : null;
    const read = new AbortController();
    const goesOn = new AbortController();
    void whenLoading(tabId, AbortSignal.any([limit, read.signal])).then((loads) => loads && goesOn.abort());
    const ask = load === 'loaded' ? injectAndScan : requestScan;
    const found = await readReport(await ask(tabId), tabId, AbortSignal.any([limit, goesOn.signal]));
    read.abort();
    const isLast = !goesOn.signal.aborted || limit.aborted || pages === maxPages;
    if (found === null || found === 'no listener') {
      // A page that hangs, for example in a print dialog, counts as one that never finished loading.
      if (isLast) return { load: found === null ? 'late' : load, read: null };
    } else if (isLast || found.report.findings.length > 0) return { load, read: { ...found, shown } };
  }
}

/** The open tabs in which pages are read. */
const openTabs = new Set<number>();
/** The tabs whose page has loaded, by events only: in Firefox, the status of a tab that has not begun to load is also `complete`. */
const loadedTabs = new Set<number>();

/** Keeps `openTabs` and `loadedTabs` up to date, from now on. */
function subscribeToLoads(): void {
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (status === 'loading') loadedTabs.delete(id);
    if (status === 'complete') loadedTabs.add(id);
  });
  browser.tabs.onRemoved.addListener((id) => {
    openTabs.delete(id);
    loadedTabs.delete(id);
  });
}

/** Waits until a tab has a page that can be read. */
async function whenReadable(tabId: number, limit: AbortSignal): Promise<PageLoad> {
  const over = new AbortController();
  const until = AbortSignal.any([limit, over.signal]);
  const load = await Promise.race([whenLoaded(tabId, until), whenShown(tabId, until)]);
  over.abort();
  return load;
}

/**
 * How often a page that is still loading is checked for numbers, in milliseconds. An image or a script that never arrives, often
 * of another site, must not use up the page's whole time limit.
 */
const slowMs = 5_000;

/** Waits until a page that is still loading shows a number. Never resolves where `limit` aborts first. */
async function whenShown(tabId: number, limit: AbortSignal): Promise<'shown'> {
  return new Promise((resolve) => {
    const look = async (): Promise<void> => {
      const page = await requestScan(tabId);
      const isThere = page !== null && page !== 'no listener';
      if (isThere && (await reportOf(tabId, page)).findings.length > 0) resolve('shown');
      else lookLater();
    };
    const lookLater = (): void => {
      if (limit.aborted) return;
      const timer = setTimeout(look, slowMs);
      limit.addEventListener('abort', () => clearTimeout(timer));
    };
    lookLater();
  });
}

/** Waits until a tab has loaded its page, is closed, or `limit` aborts. */
async function whenLoaded(tabId: number, limit: AbortSignal): Promise<PageLoad> {
  return new Promise((resolve) => {
    const end = (load: PageLoad): void => {
      browser.tabs.onUpdated.removeListener(updated);
      browser.tabs.onRemoved.removeListener(removed);
      limit.removeEventListener('abort', late);
      resolve(load);
    };
    const updated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType): void => {
      if (id === tabId && status === 'complete') end('loaded');
    };
    const removed = (id: number): void => {
      if (id === tabId) end('closed');
    };
    const late = (): void => end('late');
    browser.tabs.onUpdated.addListener(updated);
    browser.tabs.onRemoved.addListener(removed);
    limit.addEventListener('abort', late);
    // The page may have loaded, or the tab closed, before the listeners were added.
    if (loadedTabs.has(tabId)) end('loaded');
    if (!openTabs.has(tabId)) end('closed');
    if (limit.aborted) late();
  });
}

/** Makes the report of a page's answer, after waiting for late numbers. An answer without a page is returned as it is. */
async function readReport(
  page: ScanAnswer,
  tabId: number,
  limit: AbortSignal,
): Promise<PageAndReport | Exclude<ScanAnswer, PageAnswer>> {
  if (page === null || page === 'no listener') return page;
  const report = await reportOf(tabId, page);
  if (report.findings.length > 0 || limit.aborted) return { report, page };
  const late = await whenNumbersCome(tabId, AbortSignal.any([limit, AbortSignal.timeout(lateMs)]));
  return { report: late ?? report, page };
}

/** The first report with a number that a page sends; null where none comes before `limit` aborts. */
async function whenNumbersCome(tabId: number, limit: AbortSignal): Promise<SiteReport | null> {
  return new Promise((resolve) => {
    const end = (report: SiteReport | null): void => {
      browser.runtime.onMessage.removeListener(listener);
      resolve(report);
    };
    const listener = (value: unknown, { tab, frameId, id }: Runtime.MessageSender): undefined => {
      const message = tab?.id === tabId && frameId === 0 && id === browser.runtime.id ? parseMessage(value) : null;
      if (message?.name === 'scanned' && message.data !== null) {
        void reportOf(tabId, message.data).then((report) => report.findings.length > 0 && end(report));
      }
    };
    browser.runtime.onMessage.addListener(listener);
    limit.addEventListener('abort', () => end(null));
    if (limit.aborted) end(null);
  });
}

async function reportOf(tabId: number, scan: Scan): Promise<SiteReport> {
  return siteReportOf(scan, await serverOf(tabId, scan.url), new Date());
}

/** Link texts of the pages that show a site's number when its home page does not. */
const furtherWords = '关于我们|關於我們|关于|联系我们|聯繫我們|法律声明|法律聲明|版权|about|contact|legal|imprint';

/** The address of the first link with such a text to another page of the site; null where there is none or no site access. */
async function furtherPageOf(tabId: number): Promise<string | null> {
  const look = (words: string) => {
    const pattern = new RegExp(words, 'i');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, 5000);
    const isOwn = ({ origin, href }: HTMLAnchorElement): boolean =>
      origin === location.origin && href.split('#')[0] !== location.href.split('#')[0];
    return links.find((link) => isOwn(link) && pattern.test(link.textContent ?? ''))?.href ?? null;
  };
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, func: look, args: [furtherWords] });
    const result: unknown = found?.result;
    return typeof result === 'string' ? result : null;
  } catch {
    return null;
  }
}

/** Reads one more page of a site whose home page shows no number. A number there is the result of the site. Null: there is no such page. */
async function readFurther(reading: TabReading, home: SiteReading): Promise<SiteReading | null> {
  const { tabId, limit } = reading;
  const further = await furtherPageOf(tabId);
  if (further === null || limit.aborted) return null;
  const leaves = whenLoading(tabId, limit);
  await browser.tabs.update(tabId, { url: further });
  await leaves;
  const found = await readPage(reading, further);
  return found.ending.state === 'numbers' ? { ...found, finalUrl: home.finalUrl, further } : { ...home, further };
}

/** Waits for a tab to start loading. Returns whether it did before `limit` aborted. */
async function whenLoading(tabId: number, limit: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (loads: boolean): void => {
      browser.tabs.onUpdated.removeListener(updated);
      resolve(loads);
    };
    const updated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType): void => {
      if (id === tabId && status === 'loading') end(true);
    };
    browser.tabs.onUpdated.addListener(updated);
    limit.addEventListener('abort', () => end(false));
    if (limit.aborted) end(false);
  });
}
