/**
 * Reads pages with a crawl engine, Crawlee: it keeps the queue, tries again, decides how many pages the machine can bear at a
 * time, and closes browsers before they grow old. What a page says is read as by every other command.
 *
 * The engine's queue lives in memory. Why not in its folder: after a kill it holds requests locked for minutes and files that
 * were half written, while the file of results says what is left to do. Its sessions and fingerprints are off: pages see
 * Chromium as it is, and a site that turns it away has a right to.
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
  /** What is to be had of Chromium's sandbox. */
  sandbox: SandboxUse;
  /** Pages open at a time at most. */
  concurrency: number;
  /** How often an address is tried again that could not be reached. */
  retries: number;
  timeouts: Timeouts;
};

/** After how many pages a browser is closed and another opened: Chromium keeps a little of each. */
const pagesPerBrowser = 200;
/** How often a page is tried again where the browser broke, and not the page. */
const browserRetries = 3;
/** How long opening a tab and looking at what stands in a page may take beyond the page's own time, in milliseconds. */
const overheadMs = 30_000;
/** How often it is said how far a long run has come, in seconds, and from how many pages on a run is long. */
const progressSeconds = 30;
const minPagesForProgress = 100;

/**
 * Makes ready to read pages; `run` reads them and adds what came of each to the results, in any order, and is done when all are
 * known. What a page does never makes it reject. Pages of this machine come first, in browsers that reach nothing else, and so
 * they meet nothing of the web.
 *
 * @throws Error where no browser opens; SandboxError where that is for want of its sandbox. `run` also where results cannot be kept.
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
    // The first browser is opened beforehand: whether there can be one is known before anything is said.
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
  /** Where pages of this machine are served. */
  pages: IsolatedPageServer;
  open: () => Promise<BrowserSession>;
  /** A browser that is open already. */
  firstBrowser: BrowserSession | null;
  /** Says how far the run has come. */
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
      throw new CriticalError(`The results cannot be kept: ${explainFailure(error)}`);
    });
  };
  // A bare host may be opened twice.
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
        // What ends with its browser says nothing of the page: the engine tries it in another.
        if (reading.state === 'failed' && (page.isClosed() || browser.context.browser()?.isConnected() !== true)) {
          throw new Error('the browser broke down');
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
  // Nobody else works on this queue: no lock has to end before its request does.
  queue.requestLockSecs = 24 * 60 * 60;
  await queue.addRequestsBatched(pending().map(engineRequestOf), {
    waitForAllRequestsToBeAdded: true,
    waitBetweenBatchesMillis: 0,
  });
  await crawler.run();
  if (pending().length > 0) throw new Error(`The run was stopped with ${pending().length} pages left to read.`);
}

/** The engine takes web addresses alone; that of a local page is known once it is served. It opens none by itself. */
function engineRequestOf({ key, asked, file }: PageRequest) {
  const url = file === null ? key : 'http://localhost/';
  return { url, uniqueKey: key, skipNavigation: true, userData: { asked, file } };
}

/** What a request carries comes back from the engine as anything. */
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
