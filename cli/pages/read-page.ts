import { setTimeout as wait } from 'node:timers/promises';
import { errors, type Page, type Response } from '@playwright/test';
import type { PageOutcome } from '../../lib/audits/entry.ts';
import {
  causeOf,
  challengeHeader,
  maxTitleChars,
  type NetworkAnswer,
  type PageEvidence,
  type PageLook,
  pageOutcome,
} from '../../lib/audits/page-outcome.ts';
import type { SiteReport } from '../../lib/checks/site-report.ts';
import type { BrowserSession, Tab } from '../browser/open-browser.ts';
import { settledReport } from '../browser/tab-reports.ts';
import { withTimeout } from '../browser/with-timeout.ts';
import { explainFailure } from '../output/explain-failure.ts';
import { type PrintedCheck, printedChecks } from '../output/printed-checks.ts';
import { type PrintedNumber, printedNumbers } from '../output/printed-numbers.ts';

/**
 * The extension's reading of a page. `finalUrl`: where the address led; null if it led nowhere. `ending`: the outcome as the
 * workspace defines it. There, a number that was read on another site does not belong to the requested site. A page with an HTTP
 * error that shows no number of the site itself is `failed`, with its report.
 */
export type PageReading =
  | {
      state: 'numbers' | 'none';
      finalUrl: string;
      numbers: PrintedNumber[];
      checks: PrintedCheck[];
      capped: boolean;
      ending: PageOutcome;
      report: SiteReport;
    }
  | {
      state: 'failed';
      finalUrl: string | null;
      numbers: [];
      error: string;
      ending: PageOutcome;
      report: SiteReport | null;
    };

/** How long to wait for a page, in milliseconds. */
export type Timeouts = {
  /** Until it has loaded. */
  loadMs: number;
  /** After it has loaded, for late content. Always waited in full, because nothing tells whether more content will come. */
  lateMs: number;
  /** Until the extension has read it. */
  answerMs: number;
};

/** How long a page may take to evaluate a trivial script, in milliseconds. */
const probeTimeoutMs = 2_000;

/**
 * Opens a page in a tab and returns the extension's reading of it. Popups that the page opens are closed. If the page cannot be
 * read, the state is `failed`, and its tab may hang.
 */
export async function readPage(
  browser: BrowserSession,
  tab: Tab,
  url: string,
  timeouts: Timeouts,
): Promise<PageReading> {
  const { page } = tab;
  const before = page.url();
  let lastResponse: Response | undefined;
  const keepResponse = (response: Response): void => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) lastResponse = response;
  };
  const closePopup = (popup: Page): Promise<void> => popup.close();
  page.on('response', keepResponse);
  page.on('popup', closePopup);
  const network = (): NetworkAnswer | null =>
    lastResponse === undefined
      ? null
      : { status: lastResponse.status(), challenge: challengeHeader in lastResponse.headers() };
  const outcomeOf = (evidence: Pick<PageEvidence, 'load' | 'page'>, said = network()): PageOutcome =>
    pageOutcome({ asked: url, network: said, isWithheld: false, ...evidence });
  const failed = (error: string, ending: PageOutcome, report: SiteReport | null = null): PageReading => ({
    state: 'failed',
    finalUrl: page.url() === before ? null : page.url(),
    numbers: [],
    error,
    ending,
    report,
  });
  let loaded = false;
  try {
    await load(page, url, timeouts.loadMs);
    loaded = true;
    await wait(timeouts.lateMs);
    const unreadOutcome = outcomeOf({ load: 'loaded', page: null });
    if (lastResponse?.headers()['content-type']?.startsWith('application/pdf'))
      return failed('a PDF, not a page', unreadOutcome);
    // Some sites answer with an error and a script that loads the page anew: what counts is the last answer.
    const httpError =
      lastResponse !== undefined && lastResponse.status() >= 400 ? `HTTP status ${lastResponse.status()}` : null;
    const look = await inspectPage(page);
    // For an HTTP error without a body, the browser shows its own page.
    if (httpError !== null && look?.isWeb === false) return failed(httpError, unreadOutcome);
    const found = await settledReport(browser, tab, timeouts.answerMs);
    if (found.state !== 'done') return failed(httpError ?? 'the extension could not read the page', unreadOutcome);
    const { state: _, ...report } = found;
    // The status that the page reports is not needed: the network response is known.
    const ending = outcomeOf({
      load: 'loaded',
      page: { report, look: look ?? { title: '', login: false }, status: 0 },
    });
    if (httpError !== null && ending.state !== 'numbers') return failed(httpError, ending, report);
    const numbers = printedNumbers(report.findings);
    const checks = printedChecks(report.checks);
    const state = numbers.length === 0 ? 'none' : 'numbers';
    return { state, finalUrl: page.url(), numbers, checks, capped: report.capped, ending, report };
  } catch (error) {
    const message = explainFailure(error);
    const name = /net::(?!ERR_ABORTED)ERR_\w+/.exec(String(error))?.[0];
    const isLate = !loaded && message.startsWith('timeout:');
    const said = name === undefined ? network() : { cause: causeOf(name) };
    return failed(message, outcomeOf({ load: isLate ? 'late' : 'loaded', page: null }, said));
  } finally {
    page.off('response', keepResponse);
    page.off('popup', closePopup);
  }
}

/** A page's title and whether it asks to log in. Null if it does not answer. `isWeb`: false for the browser's own pages. */
async function inspectPage(page: Page): Promise<(PageLook & { isWeb: boolean }) | null> {
  return withTimeout(
    probeTimeoutMs,
    page.evaluate(
      (maxTitleChars) => ({
        title: document.title.length > maxTitleChars ? '' : document.title,
        login: document.querySelector('[type=password]')?.checkVisibility() === true,
        isWeb: /^https?:$/.test(location.protocol),
      }),
      maxTitleChars,
    ),
    () => '',
  ).catch(() => null);
}

/** Opens an address and waits until the page has loaded. After the limit, a page whose document has arrived counts as loaded. */
async function load(page: Page, url: string, limitMs: number): Promise<void> {
  const before = page.url();
  try {
    await page.goto(url, { timeout: limitMs }).catch((error: unknown) => {
      if (!String(error).includes('interrupted by another navigation')) throw error;
      return page.waitForLoadState('load', { timeout: limitMs });
    });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const late = `timeout: within ${limitMs / 1000} s`;
    if (page.url() === before) throw new Error(`${late} the server did not answer`);
    const state = await withTimeout(
      probeTimeoutMs,
      page.evaluate(() => document.readyState),
      () => '',
    ).catch(() => {
      throw new Error(`${late} the page did not load: a script in it hangs`);
    });
    if (state === 'loading') throw new Error(`${late} the page did not arrive`);
  }
}
