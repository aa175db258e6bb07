/**
 * What the extension itself knows of a tab, read where it keeps it. Nothing is asked of the extension but what its own
 * background asks.
 */
import type { browser as extensionApi } from 'wxt/browser';
import type { TabReport } from '../../lib/checks/site-report.ts';
import type { Envelope, PageRequests, Scan } from '../../lib/messages/messages.ts';
import { reportOfScan } from '../../lib/messages/report-of-scan.ts';
import { reportKey } from '../../lib/messages/stored-report.ts';
import { printedNumbers } from '../output/printed-numbers.ts';
import type { BrowserSession, Tab } from './open-browser.ts';
import { withTimeout } from './with-timeout.ts';

/** The browser's own API, there in the worker of the extension. */
declare const chrome: typeof extensionApi;

/** The report of a tab; null where the extension has none. */
export async function readReport(browser: BrowserSession, tab: Tab): Promise<TabReport | null> {
  return parseReport(await storedReport(browser, tab));
}

/** How long the extension may take to note what its own script in the page already sees, in milliseconds. */
const nextReportTimeoutMs = 2_000;

/**
 * Gives the report of a tab once it holds the numbers that the page shows now. Where the page shows others without having
 * told the extension, as when a style sheet uncovers them, it gives the report that opening the popup would make.
 *
 * @throws Error where the extension's script in the page does not answer within the limit, such as where a script of the
 * page never ends.
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

/** The report of a tab as JSON, `null` where there is none. */
function storedReport(browser: BrowserSession, tab: Tab): Promise<string> {
  return browser.inWorker((worker) =>
    worker.evaluate(async (key) => String((await chrome.storage.session.get(key))[key] || null), reportKey(tab.tabId)),
  );
}

/** The report of a tab as JSON, as soon as it is another than the one given. */
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

/** What the page's content script reads at this moment; null where its scan breaks. */
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

/** Only the extension's background writes reports; this tells its report from nothing. */
function parseReport(json: string): TabReport | null {
  const value: TabReport | null = JSON.parse(json);
  return value;
}
