/**
 * The life of a tab's report, as the background drives it:
 *
 *   (nothing) ──page reports──────────────────────▶ done | failed
 *   (nothing) ──popup opens──▶ scanning ──answer──▶ done | failed | blocked
 *   any       ──page is left──▶ (nothing)
 *   done      ──page changes, or its route──▶ done
 *
 * Nothing is kept in memory: the browser may stop the worker after any event.
 *
 * An audit reads the tabs that it opens, and closes them at once. Such a tab gets a report of its own only if the popup is opened
 * on it.
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

/** The built content script, for tabs that are older than the installation. */
const scanScript = '/content-scripts/scan.js';
/** How long a page may take to answer before it counts as failed. */
const answerLimitMs = 10_000;

/** The report of a page that leaves meanwhile must not be stored after it was deleted. */
const inOrder = createSerialQueue();

/** Stores the result of a scan that a page sent by itself. `null`: the scan failed. */
export async function recordScan(tabId: number, scan: Scan | null): Promise<void> {
  await inOrder(async () => {
    if (await needsReport(tabId)) await storeScan(tabId, scan);
  });
}

/** Whether a tab gets a report of its own. A tab of an audit gets none unless the popup was opened on it. */
async function needsReport(tabId: number): Promise<boolean> {
  const [audited, reported] = [auditTabPrefix + tabId, reportKey(tabId)];
  // One storage call for both keys, since it runs for every page that loads.
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

/** Deletes the report of a tab that left its page or was closed. */
export async function forgetReport(tabId: number): Promise<void> {
  await inOrder(async () => {
    // Loading, leaving and closing each cause several events, and most tabs have no report.
    if (await isReported(tabId)) await storeReport(tabId, null);
  });
}

/** Scans a tab and stores the report. Deletes the report where the page has no content script. */
export async function refreshReport(tabId: number): Promise<void> {
  if (!(await needsReport(tabId))) return;
  const answer = await requestScan(tabId);
  if (answer === 'no listener') await forgetReport(tabId);
  else await inOrder(() => storeScan(tabId, answer));
}

/**
 * Scans a tab for the popup, and stores the report. Injects the content script where it is missing: the click on the icon allows
 * that. Returns the report, too, because it may not fit into the storage quota.
 */
export async function scanTab(tabId: number): Promise<TabReport> {
  if ((await readReport(tabId)) === null) await storeReport(tabId, { state: 'scanning' });
  const answer = await injectAndScan(tabId);
  const url = await addressOf(tabId);
  // In some of its own pages, Firefox accepts a script but does not run it.
  const isClosed = answer === null && !mayBeRead(readPageAddress(url).sort);
  if (answer !== 'no listener' && !isClosed) return inOrder(() => storeScan(tabId, answer));
  const report: TabReport = { state: 'blocked', url };
  await storeReport(tabId, report);
  return report;
}

/**
 * Like `requestScan`, but first injects the content script where it is missing: the page is older than the installation, or has not
 * finished loading. `no listener`: the browser does not allow the script.
 */
export async function injectAndScan(tabId: number): Promise<ScanAnswer> {
  const answer = await requestScan(tabId);
  if (answer !== 'no listener') return answer;
  try {
    // Browsers delay the script until the page has loaded, however long that takes.
    const put = await withTimeout(browser.scripting.executeScript({ target: { tabId }, files: [scanScript] }));
    if (put === null) return null;
  } catch {
    return 'no listener';
  }
  const second = await requestScan(tabId);
  return second === 'no listener' ? null : second;
}

/** A page's answer to a scan request. `null`: the scan failed or timed out. `no listener`: the page has no content script. */
export type ScanAnswer = PageAnswer | null | 'no listener';

/** Has a tab's content script scan the page now. */
export async function requestScan(tabId: number): Promise<ScanAnswer> {
  const message: Envelope<PageRequests> = { name: 'scan', data: null };
  try {
    return parseAnswer(await withTimeout(browser.tabs.sendMessage(tabId, message, { frameId: 0 })));
  } catch {
    return 'no listener';
  }
}

/** The address of a tab, which a click on the icon lets the extension see; empty where the browser does not give it. */
async function addressOf(tabId: number): Promise<string> {
  try {
    return (await browser.tabs.get(tabId)).url ?? '';
  } catch {
    // The tab was closed meanwhile.
    return '';
  }
}

/** Waits for a promise; null after `answerLimitMs`. */
async function withTimeout<Given>(giving: Promise<Given>): Promise<Given | null> {
  return Promise.race([giving, new Promise<null>((resolve) => setTimeout(resolve, answerLimitMs, null))]);
}

async function storeReport(tabId: number, report: TabReport | null): Promise<void> {
  await Promise.all([writeReport(tabId, report), showBadge(tabId, report)]);
}
