import { setTimeout as wait } from 'node:timers/promises';
import { errors, type Page, type Response } from '@playwright/test';
import type { Check } from '../../lib/audit/checks.ts';
import { type PlainNumber, plainNumbers } from '../browser/numbers.ts';
import type { LensBrowser, Tab } from '../browser/open-browser.ts';
import { settledReport } from '../browser/tab-reports.ts';
import { within } from '../browser/within.ts';
import { explainFailure } from './explain-failure.ts';

/** What a check said of a page, worst first among its like. */
export type PlainCheck = Pick<Check, 'check' | 'answer' | 'outcome'>;

/** What the extension read on a page. `finalUrl` is where the address led; null where it led nowhere. */
export type Reading =
  | { state: 'numbers' | 'none'; finalUrl: string; numbers: PlainNumber[]; checks: PlainCheck[]; capped: boolean }
  | { state: 'failed'; finalUrl: string | null; numbers: []; error: string };

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
  const failed = (error: string): Reading => ({
    state: 'failed',
    finalUrl: page.url() === before ? null : page.url(),
    numbers: [],
    error,
  });
  try {
    await load(page, url, patience.loadMs);
    await wait(patience.lateMs);
    // Some sites answer with an error and a script that loads the page anew: what counts is the last answer.
    if (answer !== undefined && answer.status() >= 400) return failed(`HTTP status ${answer.status()}`);
    if (answer?.headers()['content-type']?.startsWith('application/pdf')) return failed('a PDF, not a page');
    const report = await settledReport(browser, tab, patience.answerMs);
    if (report.state !== 'done') return failed('the extension could not read the page');
    const numbers = plainNumbers(report.findings);
    const checks = report.checks.map(({ check, answer, outcome }) => ({ check, answer, outcome }));
    const state = numbers.length === 0 ? 'none' : 'numbers';
    return { state, finalUrl: page.url(), numbers, checks, capped: report.capped };
  } catch (error) {
    return failed(explainFailure(error));
  } finally {
    page.off('response', heed);
    page.off('popup', shut);
  }
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
