/**
 * What the extension itself knows of a tab, read where it keeps it. Nothing is asked of the extension but what its own
 * background asks.
 */
import type { browser as extensionApi } from 'wxt/browser';
import type { Finding } from '../../lib/icp/finding.ts';
import { readBlocks } from '../../lib/icp/read-blocks.ts';
import type { Envelope, PageRequests, Scan } from '../../lib/platform/protocol.ts';
import { reportKey, type TabReport } from '../../lib/platform/report.ts';
import { plainNumbers } from './numbers.ts';
import type { LensBrowser, Tab } from './open-browser.ts';
import { within } from './within.ts';

/** The browser's own API, there in the worker of the extension. */
declare const chrome: typeof extensionApi;

/** The report of a tab; null where the extension has none. */
export async function readReport(browser: LensBrowser, tab: Tab): Promise<TabReport | null> {
  const stored = await browser.inWorker((worker) =>
    worker.evaluate(
      async (key) => JSON.stringify((await chrome.storage.session.get(key))[key] ?? null),
      reportKey(tab.tabId),
    ),
  );
  return parseReport(stored);
}

/**
 * Waits until the report of a tab is as wished, and gives it. Every report is offered that is there when asked for or
 * comes after it, but for those overwritten at once.
 *
 * @throws Error with the last report, where none is accepted within the limit.
 */
export async function waitForReport(
  browser: LensBrowser,
  tab: Tab,
  accept: (report: TabReport | null) => boolean,
  limitMs = 15_000,
): Promise<TabReport | null> {
  let seen = '';
  const search = async (): Promise<TabReport | null> => {
    for (;;) {
      seen = await nextReport(browser, tab, seen);
      const report = parseReport(seen);
      if (accept(report)) return report;
    }
  };
  return within(limitMs, search(), () => `no report as wished; the last was ${seen || 'never read'}`);
}

/**
 * Waits until the report of a tab holds the numbers that the page shows now, and gives it. Null: the extension has no
 * script in this page.
 *
 * @throws Error where that does not come about within the limit, such as where a script of the page never ends.
 */
export async function settledReport(browser: LensBrowser, tab: Tab, limitMs: number): Promise<TabReport | null> {
  let seen = '';
  const search = async (): Promise<TabReport | null> => {
    for (;;) {
      const scan = await scanNow(browser, tab);
      if (scan === 'no listener') return null;
      seen = await nextReport(browser, tab, '');
      const report = parseReport(seen);
      if (scan === null && report?.state === 'failed') return report;
      if (scan !== null && report?.state === 'done') {
        if (sameNumbers(readBlocks(scan.blocks, { currentYear: new Date().getFullYear() }), report.findings))
          return report;
      }
      seen = await nextReport(browser, tab, seen);
    }
  };
  return within(limitMs, search(), () => 'the extension did not finish reading the page');
}

/** The report of a tab as JSON, as soon as it is another than the one given. */
function nextReport(browser: LensBrowser, tab: Tab, known: string): Promise<string> {
  return browser.inWorker((worker) =>
    worker.evaluate(
      ({ key, known }) =>
        new Promise<string>((resolve) => {
          const watch = {
            async look() {
              const report = JSON.stringify((await chrome.storage.session.get(key))[key] ?? null);
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
async function scanNow(browser: LensBrowser, tab: Tab): Promise<Scan | null | 'no listener'> {
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

function sameNumbers(a: readonly Finding[], b: readonly Finding[]): boolean {
  return JSON.stringify(plainNumbers(a)) === JSON.stringify(plainNumbers(b));
}

/** Only the extension's background writes reports; this tells its report from nothing. */
function parseReport(json: string): TabReport | null {
  const value: TabReport | null = JSON.parse(json);
  return value;
}
