import type { BrowserSession, Tab } from '../browser/open-browser.ts';
import { withTimeout } from '../browser/with-timeout.ts';
import type { IsolatedPageServer, PageAnswer } from '../servers/isolated-page-server.ts';
import { type PageReading, readPage, type Timeouts } from './read-page.ts';

/** A local page. `path`: its percent-encoded path on its host. `answer`: the response to a path. */
export type IsolatedPage = { path: string; answer: (path: string) => Promise<PageAnswer | null> };

/** How long the browser may take to clear a page's data, in milliseconds. */
const clearTimeoutMs = 10_000;

/**
 * Reads a local page under a host of its own, in a tab of a browser that can reach only `pages`. Then clears the page's data. If
 * the page could not be read or cleared, the tab is closed, because it may hang.
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

/** The storage types that take disk space. Cookies take little, and are removed with the browser's profile. */
const storageTypes = 'file_systems,indexeddb,local_storage,service_workers,cache_storage';

/**
 * Clears the data of a page that the tab still shows: its storage, its service workers and the tab's history before it. This frees
 * disk space. Isolation does not depend on it, because the next page has another host.
 */
export async function clearPageData({ context }: BrowserSession, { page }: Tab, url: string): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}
