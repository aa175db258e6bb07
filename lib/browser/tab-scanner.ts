/**
 * The life of a tab's report, as the background drives it:
 *
 *   (nothing) ──page reports──────────────────────▶ done | failed
 *   (nothing) ──popup opens──▶ scanning ──answer──▶ done | failed | blocked
 *   any       ──page is left──▶ (nothing)
 *   done      ──page changes, or its route──▶ done
 *
 * Nothing is kept in memory: the worker may be killed after any event.
 *
 * Tabs that audits open are read by the audit, which closes them at once: they have no life of their own, unless the popup is
 * opened on one.
 */

import { mayBeRead, readPageAddress } from '../checks/page-address.ts';
import type { TabReport } from '../checks/site-report.ts';
import { createSerialQueue } from '../jobs/serial-queue.ts';
import type { Envelope, PageAnswer, PageRequests, Scan } from '../messages/messages.ts';
import { parseAnswer } from '../messages/parse-message.ts';
import { reportOfScan } from '../messages/report-of-scan.ts';
import { reportKey } from '../messages/stored-report.ts';
import { auditTabPrefix } from './audit-tabs.ts';
import { showBadge } from './badge.ts';
import { browser } from './browser.ts';
import { serverOf } from './page-server.ts';
import { recordVisit } from './record-visit.ts';
import { isReported, readReport, writeReport } from './tab-reports.ts';

/** The built content script, for tabs that were open before the extension was there. */
const scanScript = '/content-scripts/scan.js';
/** How long a page may take to answer before it counts as failed. */
const answerLimitMs = 10_000;

/** A page that leaves while its report is made must not have it written afterwards. */
const inOrder = createSerialQueue();

/** Takes in what a page's scan found by itself; null: the scan broke. */
export async function recordScan(tabId: number, scan: Scan | null): Promise<void> {
  await inOrder(async () => {
    if (await needsReport(tabId)) await storeScan(tabId, scan);
  });
}

/** Whether somebody may look at what is said of a tab: any but those that an audit has open and the popup was not opened on. */
async function needsReport(tabId: number): Promise<boolean> {
  const [audited, reported] = [auditTabPrefix + tabId, reportKey(tabId)];
  // In one question, since every page that loads asks.
  const kept: Record<string, unknown> = await browser.storage.session.get([audited, reported]);
  return kept[audited] !== true || (kept[reported] ?? null) !== null;
}

async function storeScan(tabId: number, scan: Scan | null): Promise<TabReport> {
  const server = await serverOf(tabId, scan?.url ?? '');
  const report = reportOfScan(scan, server, new Date());
  await storeReport(tabId, report);
  await recordVisit(tabId, report, new Date());
  return report;
}

/** Forgets a tab's report: it went to another page or was closed. */
export async function forgetReport(tabId: number): Promise<void> {
  await inOrder(async () => {
    // A page that loads, is left or closed says so more than once, and of most tabs nothing is known.
    if (await isReported(tabId)) await storeReport(tabId, null);
  });
}

/** Brings a tab's report in line with the page it now shows; a page without the content script has none. */
export async function refreshReport(tabId: number): Promise<void> {
  if (!(await needsReport(tabId))) return;
  const answer = await requestScan(tabId);
  if (answer === 'no listener') await forgetReport(tabId);
  else await inOrder(() => storeScan(tabId, answer));
}

/**
 * Reads a tab for the popup: through its content script, or by putting one there with the right the click gave. The report is given
 * as well as kept, since there may be no room for it.
 */
export async function scanTab(tabId: number): Promise<TabReport> {
  if ((await readReport(tabId)) === null) await storeReport(tabId, { state: 'scanning' });
  const answer = await injectAndScan(tabId);
  const url = await addressOf(tabId);
  // Into some of its own pages, Firefox takes a script and runs none.
  const isClosed = answer === null && !mayBeRead(readPageAddress(url).sort);
  if (answer !== 'no listener' && !isClosed) return inOrder(() => storeScan(tabId, answer));
  const report: TabReport = { state: 'blocked', url };
  await storeReport(tabId, report);
  return report;
}

/**
 * As `askPage`, but a page that has no content script gets it: it was open before the extension was there, or stopped loading
 * before its end. `no listener`: it may not be entered.
 */
export async function injectAndScan(tabId: number): Promise<ScanAnswer> {
  const answer = await requestScan(tabId);
  if (answer !== 'no listener') return answer;
  try {
    // Browsers wait with it for a page that loads, however long that takes.
    const put = await withTimeout(browser.scripting.executeScript({ target: { tabId }, files: [scanScript] }));
    if (put === null) return null;
  } catch {
    return 'no listener';
  }
  const second = await requestScan(tabId);
  return second === 'no listener' ? null : second;
}

/** What a page answers; null where its scan broke or it does not answer in time. `no listener`: no script of ours is in it. */
export type ScanAnswer = PageAnswer | null | 'no listener';

/** Asks a tab's content script what it reads now. */
export async function requestScan(tabId: number): Promise<ScanAnswer> {
  const message: Envelope<PageRequests> = { name: 'scan', data: null };
  try {
    return parseAnswer(await withTimeout(browser.tabs.sendMessage(tabId, message, { frameId: 0 })));
  } catch {
    return 'no listener';
  }
}

/** What a tab shows, as the click on the icon lets the extension know; empty where the browser does not tell. */
async function addressOf(tabId: number): Promise<string> {
  try {
    return (await browser.tabs.get(tabId)).url ?? '';
  } catch {
    // Closed meanwhile.
    return '';
  }
}

/** What a page gives; null where that takes too long. */
async function withTimeout<Given>(giving: Promise<Given>): Promise<Given | null> {
  return Promise.race([giving, new Promise<null>((resolve) => setTimeout(resolve, answerLimitMs, null))]);
}

async function storeReport(tabId: number, report: TabReport | null): Promise<void> {
  await Promise.all([writeReport(tabId, report), showBadge(tabId, report)]);
}
