import type { BrowserSession, Tab } from '../browser/open-browser.ts';
import { withTimeout } from '../browser/with-timeout.ts';
import type { IsolatedPageServer, PageAnswer } from '../servers/isolated-page-server.ts';
import { type PageReading, readPage, type Timeouts } from './read-page.ts';

/** A page of this machine: its path on its host, percent-encoded, and what is served of it. */
export type IsolatedPage = { path: string; answer: (path: string) => Promise<PageAnswer | null> };

/** How long the browser may take to forget a page, in milliseconds. */
const clearTimeoutMs = 10_000;

/**
 * Reads a page of this machine in a tab of a browser that reaches `pages` alone, under a host of its own, and has the browser
 * forget it. Where the page could not be read or forgotten, the tab is closed: it may hang.
 */
export async function readIsolatedPage(
  browser: BrowserSession,
  pages: IsolatedPageServer,
  tab: Tab,
  { path, answer }: IsolatedPage,
  timeouts: Timeouts,
): Promise<PageReading> {
  const served = pages.add(answer);
  try {
    const reading = await readPage(browser, tab, served.url + path, timeouts);
    const isCleared =
      reading.state !== 'failed' &&
      (await withTimeout(
        clearTimeoutMs,
        clearPageData(browser, tab, served.url),
        () => 'the page was not forgotten',
      ).then(
        () => true,
        () => false,
      ));
    if (!isCleared) await tab.close();
    return reading;
  } finally {
    served.remove();
  }
}

/** Where pages store what takes room. Cookies do not, and go with the browser. */
const storageTypes = 'file_systems,indexeddb,local_storage,service_workers,cache_storage';

/**
 * Has the browser forget a page that was read under a host of its own, and that the tab still shows: what it has stored, its
 * workers, and what stands before it in the tab's history. That the next page has another host is what keeps them apart; this
 * gives the disk back.
 */
export async function clearPageData({ context }: BrowserSession, { page }: Tab, url: string): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}
