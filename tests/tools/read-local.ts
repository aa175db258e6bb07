import type { LensBrowser, Tab } from '../browser/open-browser.ts';
import { within } from '../browser/within.ts';
import type { LocalPages, PageAnswer, ServedPage } from './local-pages.ts';
import { type Patience, type Reading, readPage } from './read-page.ts';

/** A page of this machine: its path on its host, percent-encoded, and what is served of it. */
export type LocalPage = { path: string; answer: (path: string) => Promise<PageAnswer | null> };

/** How long the browser may take to forget a page, in milliseconds. */
const forgetMs = 10_000;

/**
 * Reads a page of this machine in a tab of a browser that reaches `pages` alone, under a host of its own, and has the browser
 * forget it. Where the page could not be read or forgotten, the tab is closed: it may hang.
 */
export async function readLocal(
  browser: LensBrowser,
  pages: LocalPages,
  tab: Tab,
  { path, answer }: LocalPage,
  patience: Patience,
): Promise<Reading> {
  const served = pages.add(answer);
  try {
    const reading = await readPage(browser, tab, served.url + path, patience);
    const isForgotten =
      reading.state !== 'failed' &&
      (await within(forgetMs, forgetPage(browser, tab, served), () => 'the page was not forgotten').then(
        () => true,
        () => false,
      ));
    if (!isForgotten) await tab.close();
    return reading;
  } finally {
    served.remove();
  }
}

/** Where pages store what takes room. Cookies do not, and go with the browser. */
const storageTypes = 'file_systems,indexeddb,local_storage,service_workers,cache_storage';

/**
 * Has the browser forget a page that was read under a host of its own: what it has stored, its workers, and what the tab would
 * hand on to the next page, its history and name. That the next has another host is what keeps them apart; this also gives
 * the disk back. The tab is left at an empty page of the same host, for which Chromium needs no other process.
 *
 * @throws Error where something of the page still answers in its place.
 */
export async function forgetPage({ context }: LensBrowser, { page }: Tab, { url, empty }: ServedPage): Promise<void> {
  const session = await context.newCDPSession(page);
  const clear = { origin: new URL(url).origin, storageTypes };
  empty();
  await session.send('Storage.clearDataForOrigin', clear);
  const answer = await page.goto(url);
  if (answer?.fromServiceWorker() !== false) throw new Error('A worker of the page answers.');
  // No script of the page is left that could take it back.
  await page.evaluate(() => {
    window.name = '';
  });
  await session.send('Page.resetNavigationHistory');
  await session.send('Storage.clearDataForOrigin', clear);
  await session.detach();
}
