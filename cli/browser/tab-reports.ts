/**
 * Reads the extension's report of a tab from the extension's storage. The only message that is sent to the content script is one
 * that the background sends too.
 */
import type { browser as extensionApi } from 'wxt/browser';
import type { TabReport } from '../../lib/checks/site-report.ts';
import type { Envelope, PageRequests, Scan } from '../../lib/messages/messages.ts';
import { reportOfScan } from '../../lib/messages/report-of-scan.ts';
import { reportKey } from '../../lib/messages/stored-report.ts';
import { printedNumbers } from '../output/printed-numbers.ts';
import type { BrowserSession, Tab } from './open-browser.ts';
import { withTimeout } from './with-timeout.ts';

/** The extension API in the extension's worker. */
declare const chrome: typeof extensionApi;

/** The report of a tab. Null if the extension has none. */
export async function readReport(browser: BrowserSession, tab: Tab): Promise<TabReport | null> {
  return parseReport(await storedReport(browser, tab));
}

/** How long the extension may take to store a report of what its content script already sees, in milliseconds. */
const nextReportTimeoutMs = 2_000;

/**
 * Returns the report of a tab once it holds the numbers that the page shows now. A page may show other numbers without a change
 * that the extension notices, such as when a style sheet reveals them. Then it returns the report that the popup would show.
 *
 * @throws Error if the content script does not answer within the limit, such as when a script of the page never ends.
 */
export async function settledReport(browser: BrowserSession, tab: Tab, limitMs: number): Promise<TabReport> {
  let latest: TabReport | null = null;
  const search = async (): Promise<TabReport> => {
    for (;;) {
      const known = await storedReport(browser, tab);
      const scan = await scanNow(browser, tab);
      if (scan !== 'no listener') {
        latest = reportOfScan(scan, { state: 'not-asked' }, new Date());
        const noted = parseReport(known);
        if (noted !== null && sameNumbers(noted, latest)) return noted;
      }
      const next = nextReport(browser, tab, known);
      if (latest === null) await next;
      else await withTimeout(nextReportTimeoutMs, next, () => 'there was no other report');
    }
  };
  const found = withTimeout(limitMs, search(), () => 'the page did not let the extension read it');
  return found.catch((error: unknown) => {
    if (latest === null) throw error;
    return latest;
  });
}

function sameNumbers(a: TabReport, b: TabReport): boolean {
  if (a.state !== 'done' || b.state !== 'done') return a.state === b.state;
  return a.url === b.url && JSON.stringify(printedNumbers(a.findings)) === JSON.stringify(printedNumbers(b.findings));
}

/** The report of a tab as JSON. `null` if there is none. */
function storedReport(browser: BrowserSession, tab: Tab): Promise<string> {
  return browser.inWorker((worker) =>
    worker.evaluate(async (key) => String((await chrome.storage.session.get(key))[key] || null), reportKey(tab.tabId)),
  );
}

/** The report of a tab as JSON, as soon as it differs from the given one. */
function nextReport(browser: BrowserSession, tab: Tab, known: string): Promise<string> {
  return browser.inWorker((worker) =>
    worker.evaluate(
      ({ key, known }) =>
        new Promise<string>((resolve) => {
          const watch = {
            async look() {
              const report = String((await chrome.storage.session.get(key))[key] || null);
              if (report === known) return;
              chrome.storage.session.onChanged.removeListener(watch.look);
              resolve(report);
            },
          };
          chrome.storage.session.onChanged.addListener(watch.look);
          watch.look();
        }),
      { key: reportKey(tab.tabId), known },
    ),
  );
}

/** The content script's scan of the page at this moment. Null if the scan fails. */
async function scanNow(browser: BrowserSession, tab: Tab): Promise<Scan | null | 'no listener'> {
  const message: Envelope<PageRequests> = { name: 'scan', data: null };
  return browser.inWorker((worker) =>
    worker.evaluate(
      async ({ tabId, message }): Promise<Scan | null | 'no listener'> => {
        try {
          return await chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
        } catch {
          return 'no listener';
        }
      },
      { tabId: tab.tabId, message },
    ),
  );
}

/** Parses a stored report, or `null`. It is not validated, because only the extension's background writes reports. */
function parseReport(json: string): TabReport | null {
  const value: TabReport | null = JSON.parse(json);
  return value;
}
