/**
 * Reads pages with a crawl engine, Crawlee. It manages the queue and retries, adapts the number of open pages to the machine's
 * load, and replaces browsers after a number of pages. Each page is read as in the other commands.
 *
 * The engine's queue is in memory, not in its storage folder. After a kill, that folder has requests that stay locked for minutes
 * and half-written files, while the results file says which pages are left. The engine's sessions and fingerprints are off: pages
 * see Chromium as it is. A site may refuse it.
 */
import {
  Configuration,
  CriticalError,
  LogLevel,
  log,
  PlaywrightCrawler,
  RequestQueue,
  RetryRequestError,
} from '@crawlee/playwright';
import { isRetryable } from '../../lib/audits/page-outcome.ts';
import { readAsAsked } from '../../lib/audits/read-as-asked.ts';
import { type BrowserSession, openBrowser, type Tab } from '../browser/open-browser.ts';
import type { SandboxUse } from '../browser/sandbox.ts';
import { explainFailure } from '../output/explain-failure.ts';
import { printError } from '../output/terminal.ts';
import { readIsolatedPage } from '../pages/read-isolated-page.ts';
import { type PageReading, readPage, type Timeouts } from '../pages/read-page.ts';
import { savedPage } from '../pages/saved-page.ts';
import { type IsolatedPageServer, serveIsolatedPages } from '../servers/isolated-page-server.ts';
import { browserLauncher } from './browser-launcher.ts';
import type { PageRequest } from './page-request.ts';
import type { PageResult } from './page-result.ts';
import type { Results } from './results.ts';

export type CrawlOptions = {
  /** The folder of the built extension. */
  extension: string;
  /** How Chromium uses its sandbox. */
  sandbox: SandboxUse;
  /** The maximum number of pages open at a time. */
  concurrency: number;
  /** How often an address that could not be reached is tried again. */
  retries: number;
  timeouts: Timeouts;
};

/** After this many pages a browser is replaced, because Chromium's memory grows a little with each page. */
const pagesPerBrowser = 200;
/** How often a page is tried again after the browser failed. */
const browserRetries = 3;
/** How long opening a tab and reading a page may take besides the page's own timeouts, in milliseconds. */
const overheadMs = 30_000;
/** How often the progress is printed, in seconds. */
const progressSeconds = 30;
/** With fewer pages, no progress is printed. */
const minPagesForProgress = 100;

/**
 * Prepares a crawl. `run` reads the pages and adds their results, in any order. It resolves when all pages have results. No page
 * can make it reject. Local pages are read first, in browsers of their own that can reach nothing else, so they never share a
 * browser with pages of the web.
 *
 * @throws Error if no browser opens: a SandboxError if the sandbox is missing. `run` also rejects if results cannot be stored.
 */
export async function openCrawl(
  requests: readonly PageRequest[],
  results: Results,
  options: CrawlOptions,
): Promise<{ run: () => Promise<void> }> {
  const { extension, sandbox } = options;
  log.setLevel(LogLevel.OFF);
  const commonOptions = { extension, sandbox, closeOthers: true };
  const local = requests.filter(({ file }) => file !== null);
  const web = requests.filter(({ file }) => file === null);
  const pages = await serveIsolatedPages();
  const openLocalBrowser = (): Promise<BrowserSession> => openBrowser({ ...commonOptions, onlyServer: pages });
  const openWebBrowser = (): Promise<BrowserSession> => openBrowser(commonOptions);
  const printProgress = (): void => {
    const read = requests.filter(({ key }) => results.has(key)).length;
    if (requests.length >= minPagesForProgress) printError(`${read} of ${requests.length} pages are read.`);
  };
  try {
    // The first browser is opened here, so that a failure is reported before any output.
    const firstBrowser = requests.length === 0 ? null : await (local.length > 0 ? openLocalBrowser : openWebBrowser)();
    return {
      async run() {
        try {
          const unused = local.length > 0 ? null : firstBrowser;
          if (local.length > 0)
            await crawl(local, results, options, { pages, open: openLocalBrowser, firstBrowser, printProgress });
          if (web.length > 0)
            await crawl(web, results, options, { pages, open: openWebBrowser, firstBrowser: unused, printProgress });
        } finally {
          await pages.close();
        }
      },
    };
  } catch (error) {
    await pages.close();
    throw error;
  }
}

type CrawlContext = {
  /** The server for local pages. */
  pages: IsolatedPageServer;
  open: () => Promise<BrowserSession>;
  /** A browser that is already open. */
  firstBrowser: BrowserSession | null;
  /** Prints how many pages of the run are read. */
  printProgress: () => void;
};

async function crawl(
  requests: readonly PageRequest[],
  results: Results,
  { concurrency, retries, timeouts }: CrawlOptions,
  { pages, open, firstBrowser, printProgress }: CrawlContext,
): Promise<void> {
  const config = new Configuration({ persistStorage: false, availableMemoryRatio: 0.5 });
  const queue = await RequestQueue.open(null, { config });
  const { launcher, tabOf } = browserLauncher(open, firstBrowser);
  const pending = (): PageRequest[] => requests.filter(({ key }) => !results.has(key));
  const saveResult = async (result: PageResult): Promise<void> => {
    await results.add(result).catch((error: unknown) => {
      throw new CriticalError(`The results cannot be stored: ${explainFailure(error)}`);
    });
  };
  // A host without a scheme may be opened twice: with https, then with http.
  const pageMs = 2 * (2 * timeouts.loadMs + timeouts.lateMs + timeouts.answerMs) + overheadMs;
  const crawler = new PlaywrightCrawler(
    {
      requestQueue: queue,
      launchContext: { launcher, useIncognitoPages: false },
      browserPoolOptions: {
        useFingerprints: false,
        retireBrowserAfterPageCount: pagesPerBrowser,
        maxOpenPagesPerBrowser: concurrency,
        operationTimeoutSecs: overheadMs / 1000,
        closeInactiveBrowserAfterSecs: pageMs / 1000,
      },
      useSessionPool: false,
      minConcurrency: Math.min(2, concurrency),
      maxConcurrency: concurrency,
      autoscaledPoolOptions: { desiredConcurrency: concurrency, maybeRunIntervalSecs: 0.2 },
      maxRequestRetries: retries + browserRetries,
      requestHandlerTimeoutSecs: pageMs / 1000,
      statisticsOptions: { persistenceOptions: { enable: false } },
      statusMessageLoggingInterval: progressSeconds,
      statusMessageCallback: async () => printProgress(),
      async requestHandler({ page, request }) {
        const { uniqueKey: key, userData } = request;
        if (results.has(key)) return;
        const { browser, tab } = tabOf(page);
        const tries = previousTriesOf(userData) + 1;
        const pageRequest = { key, asked: askedOf(userData, key), file: fileOf(userData) };
        const reading = await readRequest(browser, tab, pageRequest, pages, timeouts);
        // The browser failed, not the page. The engine tries the page again in another browser.
        if (reading.state === 'failed' && (page.isClosed() || browser.context.browser()?.isConnected() !== true)) {
          throw new Error('the browser failed');
        }
        if (isRetryable(reading.ending) && tries <= retries) {
          userData['tries'] = tries;
          throw new RetryRequestError(`${key} could not be reached.`);
        }
        await saveResult(resultOf(key, tries, reading));
      },
      async failedRequestHandler({ request: { uniqueKey: key, userData } }, error) {
        const readAt = new Date().toISOString();
        const tries = previousTriesOf(userData) + 1;
        const nothing = { finalUrl: null, report: null, error: explainFailure(error) };
        await saveResult({ key, opened: key, tries, readAt, ending: { state: 'blocked' }, ...nothing });
      },
    },
    config,
  );
  // Only this crawler uses the queue, so locks need not expire before their requests end.
  queue.requestLockSecs = 24 * 60 * 60;
  await queue.addRequestsBatched(pending().map(engineRequestOf), {
    waitForAllRequestsToBeAdded: true,
    waitBetweenBatchesMillis: 0,
  });
  await crawler.run();
  if (pending().length > 0) throw new Error(`The run was stopped with ${pending().length} pages left to read.`);
}

/**
 * A page request for the engine, which only accepts web addresses. The address of a local page is unknown until it is served, so it
 * gets a placeholder. The engine itself opens no address.
 */
function engineRequestOf({ key, asked, file }: PageRequest) {
  const url = file === null ? key : 'http://localhost/';
  return { url, uniqueKey: key, skipNavigation: true, userData: { asked, file } };
}

/** The engine does not type a request's user data. */
function previousTriesOf({ tries }: Record<string, unknown>): number {
  return typeof tries === 'number' ? tries : 0;
}

function askedOf({ asked }: Record<string, unknown>, key: string): string {
  return typeof asked === 'string' ? asked : key;
}

function fileOf({ file }: Record<string, unknown>): string | null {
  return typeof file === 'string' ? file : null;
}

function resultOf(key: string, tries: number, reading: PageReading & { address: string }): PageResult {
  const { address: opened, finalUrl, ending, report } = reading;
  const error = reading.state === 'failed' ? reading.error : null;
  return { key, opened, tries, readAt: new Date().toISOString(), ending, finalUrl, error, report };
}

async function readRequest(
  browser: BrowserSession,
  tab: Tab,
  { key, asked, file }: PageRequest,
  pages: IsolatedPageServer,
  timeouts: Timeouts,
): Promise<PageReading & { address: string }> {
  if (file === null) {
    const read = (address: string): Promise<PageReading> => readPage(browser, tab, address, timeouts);
    return readAsAsked({ asked, address: key }, read, () => !tab.page.isClosed());
  }
  // Extensions do not run in pages of the file system.
  return { ...(await readIsolatedPage(browser, pages, tab, savedPage(file), timeouts)), address: key };
}
