import { setTimeout as wait } from 'node:timers/promises';
import { errors, type Page, type Response } from '@playwright/test';
import type { Check } from '../../lib/audit/checks.ts';
import { type Ending, endingOf } from '../../lib/audit/entry.ts';
import {
  causeOf,
  challengeHeader,
  failureOf,
  isSameSite,
  type NetworkAnswer,
  networkBarrierOf,
  shownBarrierOf,
} from '../../lib/audit/page-ending.ts';
import type { SiteReport } from '../../lib/audit/site-report.ts';
import { type PlainNumber, plainNumbers } from '../browser/numbers.ts';
import type { LensBrowser, Tab } from '../browser/open-browser.ts';
import { settledReport } from '../browser/tab-reports.ts';
import { within } from '../browser/within.ts';
import { explainFailure } from './explain-failure.ts';

/** What a check said of a page, worst first among its like. */
export type PlainCheck = Pick<Check, 'check' | 'answer' | 'outcome'>;

/**
 * What the extension read on a page. `finalUrl` is where the address led; null where it led nowhere. `ending`: the same in the
 * words of the workspace, where a number that was read on another site than the one asked for is not the site's.
 */
export type Reading =
  | {
      state: 'numbers' | 'none';
      finalUrl: string;
      numbers: PlainNumber[];
      checks: PlainCheck[];
      capped: boolean;
      ending: Ending;
      report: SiteReport;
    }
  | { state: 'failed'; finalUrl: string | null; numbers: []; error: string; ending: Ending; report: null };

/** How long a page is waited for, in milliseconds. */
export type Patience = {
  /** Until it has loaded. */
  loadMs: number;
  /** After it has loaded, for what it still adds. Always spent: what is there does not tell what is still to come. */
  lateMs: number;
  /** Until the extension has read it. */
  answerMs: number;
};

/** How long a page may take to answer the simplest question, in milliseconds. */
const pulseMs = 2_000;

/**
 * Opens a page in a tab and has the extension read it. What the page opens by itself is closed. A page that cannot be read
 * gives `failed`, and its tab may hang from then on.
 */
export async function readPage(browser: LensBrowser, tab: Tab, url: string, patience: Patience): Promise<Reading> {
  const { page } = tab;
  const before = page.url();
  let answer: Response | undefined;
  const heed = (response: Response): void => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) answer = response;
  };
  const shut = (popup: Page): Promise<void> => popup.close();
  page.on('response', heed);
  page.on('popup', shut);
  const network = (): NetworkAnswer | null =>
    answer === undefined ? null : { status: answer.status(), challenge: challengeHeader in answer.headers() };
  const failed = (error: string, ending: Ending): Reading => ({
    state: 'failed',
    finalUrl: page.url() === before ? null : page.url(),
    numbers: [],
    error,
    ending,
    report: null,
  });
  let loaded = false;
  try {
    await load(page, url, patience.loadMs);
    loaded = true;
    await wait(patience.lateMs);
    // Some sites answer with an error and a script that loads the page anew: what counts is the last answer.
    if (answer !== undefined && answer.status() >= 400) {
      return failed(`HTTP status ${answer.status()}`, networkBarrierOf(network()) ?? failureOf(network(), true));
    }
    if (answer?.headers()['content-type']?.startsWith('application/pdf')) {
      return failed('a PDF, not a page', { state: 'blocked' });
    }
    const found = await settledReport(browser, tab, patience.answerMs);
    if (found.state !== 'done') return failed('the extension could not read the page', failureOf(network(), true));
    const { state: _, ...report } = found;
    const numbers = plainNumbers(report.findings);
    const checks = report.checks.map(({ check, answer, outcome }) => ({ check, answer, outcome }));
    const state = numbers.length === 0 ? 'none' : 'numbers';
    const ending = await readEndingOf(page, url, report, network());
    return { state, finalUrl: page.url(), numbers, checks, capped: report.capped, ending, report };
  } catch (error) {
    const message = explainFailure(error);
    const name = /net::(?!ERR_ABORTED)ERR_\w+/.exec(String(error))?.[0];
    const isLate = !loaded && message.startsWith('timeout:');
    return failed(message, failureOf(name === undefined ? network() : { cause: causeOf(name) }, !isLate));
  } finally {
    page.off('response', heed);
    page.off('popup', shut);
  }
}

/** How a page ended that was read. */
async function readEndingOf(
  page: Page,
  asked: string,
  report: SiteReport,
  network: NetworkAnswer | null,
): Promise<Ending> {
  if (!isSameSite(asked, report.url)) return { state: 'redirected', to: report.url };
  const ending = endingOf(report);
  if (ending.state === 'numbers') return ending;
  const barrier = networkBarrierOf(network);
  if (barrier !== null) return barrier;
  const look = await within(
    pulseMs,
    page.evaluate(() => ({
      title: document.title.slice(0, 200),
      login: document.querySelector('[type=password]')?.checkVisibility() === true,
    })),
    () => '',
  ).catch(() => null);
  return (look && shownBarrierOf(look)) ?? ending;
}

/** Goes to an address and waits until the page has loaded, or can be read although something in it never loads. */
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
    const state = await within(
      pulseMs,
      page.evaluate(() => document.readyState),
      () => '',
    ).catch(() => {
      throw new Error(`${late} the page did not load: a script in it hangs`);
    });
    if (state === 'loading') throw new Error(`${late} the page did not arrive`);
  }
}
