import type { Runtime, Tabs } from 'webextension-polyfill';
import { isHomePage } from '../audit/display.ts';
import type { Ending } from '../audit/entry.ts';
import { endingOf } from '../audit/entry.ts';
import { failureOf, isSameSite, type NetworkAnswer, networkBarrierOf, shownBarrierOf } from '../audit/page-ending.ts';
import type { SiteReport } from '../audit/site-report.ts';
import { auditTab } from './audit-tabs.ts';
import { browser } from './browser.ts';
import type { ReadSite, SiteReading } from './bulk-runner.ts';
import { askPage } from './inspector.ts';
import { parseMessage } from './parse-message.ts';
import type { Scan } from './protocol.ts';
import { siteReportOf } from './report-of-scan.ts';
import { serverOf } from './servers.ts';

/** How long a page that shows no number is given after it has loaded, in milliseconds: footers of single-page apps come late. */
const lateMs = 3_000;

/**
 * Reads sites in tabs of their own: in the background, muted, closed after. `networkOf` tells what the network said of a tab
 * (see `listenToNetwork`). What a page does never makes it reject; what it cannot do is said in the ending.
 */
export function readInTabs(networkOf: (tabId: number) => NetworkAnswer | null): ReadSite {
  return async (address, { limitMs, lookFurther }, signal) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    const tab = await browser.tabs.create({ url: address, active: false });
    const tabId = tab.id ?? browser.tabs.TAB_ID_NONE;
    try {
      await browser.storage.session.set({ [auditTab + tabId]: true });
      await browser.tabs.update(tabId, { muted: true });
      const first = await readPage(tabId, address, networkOf, limit);
      if (!lookFurther || first.ending.state !== 'none' || !isHomePage(first.finalUrl ?? '')) return first;
      return (await readFurther(tabId, networkOf, limit, first)) ?? first;
    } finally {
      await browser.tabs.remove(tabId).catch(() => {});
      await browser.storage.session.remove(auditTab + tabId);
    }
  };
}

/** Closes the tabs that an earlier workspace left open. To be called before an audit goes on. */
export async function closeLeftTabs(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(auditTab));
  for (const key of keys) await browser.tabs.remove(Number(key.slice(auditTab.length))).catch(() => {});
  await browser.storage.session.remove(keys);
}

/** Reads the page that a tab is loading. */
async function readPage(
  tabId: number,
  asked: string,
  networkOf: (tabId: number) => NetworkAnswer | null,
  limit: AbortSignal,
): Promise<SiteReading> {
  const loaded = await whenLoaded(tabId, limit);
  const report = await readReport(tabId, limit);
  const network = networkOf(tabId);
  const nothing = { report: null, finalUrl: null, further: null };
  if (report === null) return { ...nothing, ending: failureOf(network, loaded) };
  const ending = endingOf(report);
  const reading = { report, finalUrl: report.url, further: null };
  if (!isSameSite(asked, report.url)) return { ...reading, ending: { state: 'redirected', to: report.url } };
  if (ending.state === 'numbers') return { ...reading, ending };
  return { ...reading, ending: (await barrierOf(tabId, network)) ?? ending };
}

/** Whether a tab has loaded its page before the limit. */
async function whenLoaded(tabId: number, limit: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (loaded: boolean): void => {
      browser.tabs.onUpdated.removeListener(updated);
      browser.tabs.onRemoved.removeListener(removed);
      limit.removeEventListener('abort', late);
      resolve(loaded);
    };
    const updated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType): void => {
      if (id === tabId && status === 'complete') end(true);
    };
    const removed = (id: number): void => {
      if (id === tabId) end(false);
    };
    const late = (): void => end(false);
    browser.tabs.onUpdated.addListener(updated);
    browser.tabs.onRemoved.addListener(removed);
    limit.addEventListener('abort', late);
    // It may have loaded before anybody listened.
    browser.tabs.get(tabId).then(
      ({ status }) => status === 'complete' && end(true),
      () => end(false),
    );
    if (limit.aborted) late();
  });
}

/** What the page's content script reads, waiting for late numbers; null where none answers. */
async function readReport(tabId: number, limit: AbortSignal): Promise<SiteReport | null> {
  const scan = await askPage(tabId);
  if (scan === null || scan === 'no listener') return null;
  const report = await reportOf(tabId, scan);
  if (report.findings.length > 0 || limit.aborted) return report;
  return (await whenNumbersCome(tabId, AbortSignal.any([limit, AbortSignal.timeout(lateMs)]))) ?? report;
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

/** What stands in front of a page without numbers: a status, a test, a form to log in, an error in words; null for nothing. */
async function barrierOf(tabId: number, network: NetworkAnswer | null): Promise<Ending | null> {
  const barrier = networkBarrierOf(network);
  if (barrier !== null) return barrier;
  const page = await lookAt(tabId);
  return page === null ? null : shownBarrierOf(page);
}

/** Words of the links to pages that show a site's number when its home page does not. */
const furtherWords = '关于我们|關於我們|关于|联系我们|聯繫我們|法律声明|法律聲明|版权|about|contact|legal|imprint';

/** What a page says besides its numbers. Needs the right to enter it; null without. */
async function lookAt(
  tabId: number,
): Promise<{ title: string; asksForPassword: boolean; further: string | null } | null> {
  const look = (words: string) => {
    const pattern = new RegExp(words, 'i');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, 5000);
    const isOwn = ({ origin, href }: HTMLAnchorElement): boolean =>
      origin === location.origin && href.split('#')[0] !== location.href.split('#')[0];
    const further = links.find((link) => isOwn(link) && pattern.test(link.textContent ?? ''))?.href ?? null;
    const asksForPassword = document.querySelector('input[type=password]') !== null;
    return { title: document.title.slice(0, 200), asksForPassword, further };
  };
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, func: look, args: [furtherWords] });
    const result: unknown = found?.result;
    return isLook(result) ? result : null;
  } catch {
    return null;
  }
}

function isLook(value: unknown): value is { title: string; asksForPassword: boolean; further: string | null } {
  return typeof value === 'object' && value !== null && 'title' in value;
}

/** Reads one more page of a site whose home page shows no number: what it shows is the site's. Null: it shows none either. */
async function readFurther(
  tabId: number,
  networkOf: (tabId: number) => NetworkAnswer | null,
  limit: AbortSignal,
  home: SiteReading,
): Promise<SiteReading | null> {
  const further = (await lookAt(tabId))?.further ?? null;
  if (further === null || limit.aborted) return null;
  const leaves = whenLoading(tabId, limit);
  await browser.tabs.update(tabId, { url: further });
  await leaves;
  const reading = await readPage(tabId, further, networkOf, limit);
  return reading.ending.state === 'numbers' ? { ...reading, finalUrl: home.finalUrl, further } : { ...home, further };
}

/** Until a tab has begun to load another page. */
async function whenLoading(tabId: number, limit: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      browser.tabs.onUpdated.removeListener(updated);
      resolve();
    };
    const updated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType): void => {
      if (id === tabId && status === 'loading') end();
    };
    browser.tabs.onUpdated.addListener(updated);
    limit.addEventListener('abort', end);
  });
}
