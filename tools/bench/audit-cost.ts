import type { Page } from '@playwright/test';
import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import { serveLocally } from '../../cli/servers/local-server.ts';
import { defaultOptions } from '../../lib/audits/bulk-audit.ts';
import { textsOf } from '../../tests/support/texts.ts';
import { openWorkspace } from './open-workspace.ts';
import { costBetween, costMeter, heapBytes } from './page-cost.ts';
import { type Result, round, rounded, target } from './result.ts';

/** Sites of the audit whose time is looked at, and how long each takes to answer, in milliseconds. */
const sites = 200;
const answerMs = 300;
const minWaitingShare = 0.9;
/** A longer audit, of pages that answer at once: what each site leaves in memory must not pile up. */
const manySites = 1_000;
const manyTabs = 6;
const maxGrowth = 1.5;

const texts = textsOf('en');

/**
 * What an audit costs besides the pages that it opens: what share of its time is waiting for them, and how much memory it has
 * taken at its end.
 *
 * - `extensionCpuMs`, which the target is about: what the processor spent in the extension's process, in all its threads. In it
 *   run the page that does the audit and is looked at meanwhile, the background worker, which reads every page that opens for
 *   the badge, and what the browser does for the two: messages, the store, layout and paint.
 * - `pageCpuMs`: the page's main thread alone.
 * - `pageBusyMs`: the same by the clock. What it is more is waiting for the processor, which the audited pages keep busy: on
 *   a busy machine it is most of it.
 *
 * What happens in the audited tabs is waiting, the reading of the content script included, which has measurements of its own.
 */
export async function benchAudit(browser: BrowserSession, print: (result: Result) => void): Promise<void> {
  const server = await serveLocally(async (path) => {
    if (path.startsWith('/slow')) await new Promise((resolve) => setTimeout(resolve, answerMs));
    return { type: 'text/html; charset=utf-8', body: '<!doctype html><footer>京ICP备2021018374号-1</footer>' };
  });
  const addresses = (kind: string, count: number): string[] =>
    Array.from({ length: count }, (_, site) => `${server.url}${kind}/${site}`);
  await benchWaiting(browser, addresses('slow', sites), print);
  await benchGrowth(browser, addresses('quick', manySites), print);
  await server.close();
}

async function benchWaiting(
  browser: BrowserSession,
  addresses: readonly string[],
  print: (result: Result) => void,
): Promise<void> {
  const page = await openNewAudit(browser, addresses, defaultOptions.concurrency);
  const spent = await costMeter(page);
  const [startMs, before] = [performance.now(), await spent()];
  await start(page);
  await whenEnded(page, addresses.length);
  const [tookMs, after] = [performance.now() - startMs, await spent()];
  const { busyMs: pageBusyMs, cpuMs: pageCpuMs, processCpuMs: extensionCpuMs } = costBetween(before, after);
  print({
    bench: 'share of an audit spent waiting on pages',
    sites,
    concurrency: defaultOptions.concurrency,
    answerMs,
    ...rounded({ tookMs, extensionCpuMs, pageCpuMs, pageBusyMs }),
    extensionCpuMsEachSite: round(extensionCpuMs / sites),
    waiting: round(1 - extensionCpuMs / tookMs),
    waitingByThePagesClock: round(1 - pageBusyMs / tookMs),
    target: target('1 - waiting', extensionCpuMs / tookMs, 1 - minWaitingShare),
  });
  await page.close();
}

async function benchGrowth(
  browser: BrowserSession,
  addresses: readonly string[],
  print: (result: Result) => void,
): Promise<void> {
  const page = await openNewAudit(browser, addresses, manyTabs);
  const session = await page.context().newCDPSession(page);
  await start(page);
  await whenEnded(page, sites);
  const early = await heapBytes(session);
  await whenEnded(page, addresses.length);
  const late = await heapBytes(session);
  print({
    bench: 'memory of an audit that goes on',
    concurrency: manyTabs,
    heapBytes: { [`after ${sites} sites`]: early, [`after ${manySites} sites`]: late },
    bytesEachSite: round((late - early) / (manySites - sites)),
    target: target('heap at the end by heap at the first', late / early, maxGrowth),
  });
  await page.close();
}

/** A page of the workspace with an audit that is ready to begin. */
async function openNewAudit(browser: BrowserSession, addresses: readonly string[], concurrency: number): Promise<Page> {
  const page = await openWorkspace(browser, '#audits/new');
  await page.getByLabel(texts.text('workspace_addresses_label')).fill(addresses.join('\n'));
  await page.getByLabel(texts.text('workspace_option_lanes')).fill(String(concurrency));
  return page;
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts.pattern('workspace_start') }).click();
  await page.getByRole('progressbar').waitFor();
}

/** Until so many sites have ended. Asking again and again would itself keep the page busy. */
async function whenEnded(page: Page, count: number): Promise<void> {
  await page.getByRole('progressbar').evaluate(
    (bar, count) =>
      new Promise<void>((resolve) => {
        if (Number(bar.getAttribute('aria-valuenow')) >= count) resolve();
        new MutationObserver(() => {
          if (Number(bar.getAttribute('aria-valuenow')) >= count) resolve();
        }).observe(bar, { attributes: true });
      }),
    count,
  );
}
