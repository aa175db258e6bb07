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
import { closeAuditTab, noteAuditTab } from './audit-tabs.ts';
import { browser } from './browser.ts';
import { serverOf } from './page-server.ts';
import { isWithheld, mayReadPage } from './permissions/site-access.ts';
import type { ScreenshotWindow } from './screenshot-window.ts';
import { type Asked, askAnyPage, askPage } from './tab-scanner.ts';
import { documentOf, type TabDocument } from './tab-screenshot.ts';

/** How long a page that shows no number is given after it has loaded, in milliseconds: footers of single-page apps come late. */
const lateMs = 3_000;

/** What the network said of a tab, and how screenshots are taken. */
type Tools = { networkOf: (tabId: number) => NetworkAnswer | null; screenshots: AuditScreenshots };

/** How a page is read in a tab: with a screenshot, and until when. */
type TabReading = Tools & { tabId: number; withScreenshot: boolean; limit: AbortSignal };

/**
 * Reads sites in tabs of their own: in the background, muted, closed after. `networkOf` tells what the network said of a tab
 * (see `listenToNetwork`). What a page does never makes it reject; what it cannot do is said in the ending.
 */
export function readInTabs(tools: Tools): ReadSite {
  const { screenshots } = tools;
  followLoads();
  return async (address, options, signal) => {
    const window = options.screenshots === true ? await screenshots.windowFor() : null;
    const reading = await readInTab(address, options, signal, tools, window);
    // Where the user closed the window with this page in it, that says nothing of the page.
    const isCutOff = window !== null && reading.report === null && !signal.aborted && (await screenshots.isClosed());
    return isCutOff ? readInTab(address, options, signal, tools, null) : reading;
  };
}

/** What there is of a site of which nothing was read. */
const nothing = { report: null, screenshot: null, finalUrl: null, further: null } satisfies Partial<SiteReading>;

/** Reads a site in a new tab, in a given window; the current one where that is null, or gone. */
async function readInTab(
  address: string,
  { limitMs, lookFurther, screenshots = false }: AuditOptions,
  signal: AbortSignal,
  tools: Tools,
  window: ScreenshotWindow | null,
): Promise<SiteReading> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  // Audits may come from a file, and browsers open their own pages and those of the disk to extensions.
  if (!isSiteAddress(address)) return { ...nothing, ending: { state: 'blocked' } };
  // What came could neither be read nor seen, so nothing is asked of the site.
  if (!(await mayReadPage(address))) return { ...nothing, ending: { state: 'not-allowed' } };
  const tab = await openTab(address, window);
  if (tab === null) return { ...nothing, ending: { state: 'blocked' } };
  const tabId = tab.id ?? browser.tabs.TAB_ID_NONE;
  openTabs.add(tabId);
  const reading = { ...tools, tabId, withScreenshot: screenshots, limit };
  try {
    await noteAuditTab(tabId);
    await browser.tabs.update(tabId, { muted: true }).catch(() => {});
    const first = await readPage(reading, address);
    if (!lookFurther || first.ending.state !== 'none' || !isHomePage(first.finalUrl ?? '')) return first;
    return (await readFurther(reading, first)) ?? first;
  } finally {
    await closeAuditTab(tabId);
  }
}

/** Opens a tab in the background, in a window if that is still there; null where the browser refuses. */
async function openTab(url: string, window: ScreenshotWindow | null): Promise<Tabs.Tab | null> {
  const anywhere = { url, active: false };
  // That window knows the tab by its opener, even should this page end before it has noted the tab down.
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
  const network = networkOf(tabId) ?? (read === null && !limit.aborted ? await afterword(networkOf, tabId) : null);
  // It led to a site that may not be read, or the right was taken back meanwhile.
  const isLocked = read === null && load === 'loaded' && (await isWithheld(tabId));
  const page = read && { report: read.report, look: read.page, status: read.page.status };
  const ending = pageOutcome({ asked, load, network, isWithheld: isLocked, page });
  if (read === null) return { ...nothing, ending };
  const { report, shown } = read;
  const screenshot = withScreenshot ? await screenshots.take(tabId, shown, report) : null;
  return { report, screenshot, finalUrl: report.url, further: null, ending };
}

/** How long what the network says may come after the page that it is about, in milliseconds: Firefox shows its error page first. */
const afterwordMs = 1_000;

async function afterword(networkOf: Tools['networkOf'], tabId: number): Promise<NetworkAnswer | null> {
  return new Promise((resolve) => setTimeout(() => resolve(networkOf(tabId)), afterwordMs));
}

/** How many pages one address may lead to by itself, by a script or a refresh, before the one that is there is read. */
const maxPages = 5;

type PageAndReport = { report: SiteReport; page: PageAnswer };

/** A page that was read. `shown`: the document that was there before, where that was wanted and could be told. */
type PageRead = PageAndReport & { shown: TabDocument | null };

/** Reads the page that a tab is loading, or, where it goes on by itself before it has shown a number, the one it leads to. */
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
    const ask = load === 'loaded' ? askAnyPage : askPage;
    const found = await readReport(await ask(tabId), tabId, AbortSignal.any([limit, goesOn.signal]));
    read.abort();
    const isLast = !goesOn.signal.aborted || limit.aborted || pages === maxPages;
    if (found === null || found === 'no listener') {
      // A page that hangs, as in a dialog for printing, is as good as one that never came to its end.
      if (isLast) return { load: found === null ? 'late' : load, read: null };
    } else if (isLast || found.report.findings.length > 0) return { load, read: { ...found, shown } };
  }
}

/** The tabs that pages are read in, until they are closed. */
const openTabs = new Set<number>();
/** The tabs whose page has loaded, told from the browser's events alone: Firefox also says so of a tab that has yet to begin. */
const loadedTabs = new Set<number>();

/** Follows what tabs load, from now on. */
function followLoads(): void {
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (status === 'loading') loadedTabs.delete(id);
    if (status === 'complete') loadedTabs.add(id);
  });
  browser.tabs.onRemoved.addListener((id) => {
    openTabs.delete(id);
    loadedTabs.delete(id);
  });
}

/** Until a tab has a page that can be read. */
async function whenReadable(tabId: number, limit: AbortSignal): Promise<PageLoad> {
  const over = new AbortController();
  const until = AbortSignal.any([limit, over.signal]);
  const load = await Promise.race([whenLoaded(tabId, until), whenShown(tabId, until)]);
  over.abort();
  return load;
}

/**
 * How long a page loads until somebody looks whether it shows a number already, and between such looks, in milliseconds. A
 * image or a script that never comes, often another site's, must not cost a page its whole limit.
 */
const slowMs = 5_000;

/** Until a page that loads still shows a number; never, where the limit comes first. */
async function whenShown(tabId: number, limit: AbortSignal): Promise<'shown'> {
  return new Promise((resolve) => {
    const look = async (): Promise<void> => {
      const page = await askPage(tabId);
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

/** Until a tab has loaded its page. */
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
    // It may have loaded, or be gone, before anybody listened.
    if (loadedTabs.has(tabId)) end('loaded');
    if (!openTabs.has(tabId)) end('closed');
    if (limit.aborted) late();
  });
}

/** What a page's answer comes to, waiting for late numbers; what is no page's comes back as it is. */
async function readReport(
  page: Asked,
  tabId: number,
  limit: AbortSignal,
): Promise<PageAndReport | Exclude<Asked, PageAnswer>> {
  if (page === null || page === 'no listener') return page;
  const report = await reportOf(tabId, page);
  if (report.findings.length > 0 || limit.aborted) return { report, page };
  const late = await whenNumbersCome(tabId, AbortSignal.any([limit, AbortSignal.timeout(lateMs)]));
  return { report: late ?? report, page };
}

/** The first report of a page with a number in it; null where none comes before the signal aborts. */
async function whenNumbersCome(tabId: number, limit: AbortSignal): Promise<SiteReport | null> {
  return new Promise((resolve) => {
    const end = (report: SiteReport | null): void => {
      browser.runtime.onMessage.removeListener(heard);
      resolve(report);
    };
    const heard = (value: unknown, { tab, frameId, id }: Runtime.MessageSender): undefined => {
      const message = tab?.id === tabId && frameId === 0 && id === browser.runtime.id ? parseMessage(value) : null;
      if (message?.name === 'scanned' && message.data !== null) {
        void reportOf(tabId, message.data).then((report) => report.findings.length > 0 && end(report));
      }
    };
    browser.runtime.onMessage.addListener(heard);
    limit.addEventListener('abort', () => end(null));
    if (limit.aborted) end(null);
  });
}

async function reportOf(tabId: number, scan: Scan): Promise<SiteReport> {
  return siteReportOf(scan, await serverOf(tabId, scan.url), new Date());
}

/** Words of the links to pages that show a site's number when its home page does not. */
const furtherWords = '关于我们|關於我們|关于|联系我们|聯繫我們|法律声明|法律聲明|版权|about|contact|legal|imprint';

/** The page of a site that its home page leads to by one of those words. Needs the right to enter it; null without. */
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

/** Reads one more page of a site whose home page shows no number: what it shows is the site's. Null: it shows none either. */
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

/** Whether a tab has begun to load another page before the limit. */
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
