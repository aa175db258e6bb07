import type { Page } from '@playwright/test';
import type { BulkAudit } from '../../../lib/audit/bulk-audit.ts';
import { usualOptions } from '../../../lib/audit/bulk-audit.ts';
import { type Entry, newEntry } from '../../../lib/audit/entry.ts';
import { provinces } from '../../../lib/icp/provinces.ts';
import { databaseName } from '../../../lib/platform/audit-store.ts';
import type { LensBrowser } from '../../browser/open-browser.ts';
import { textsOf } from '../../e2e/texts.ts';
import { serveLocally } from '../../sites/local-server.ts';
import { type Result, round, rounded, target } from './result.ts';

const rows = 100_000;
const mostMs = 100;
/** Sites of the audit whose time is looked at, and how long each takes to answer, in milliseconds. */
const sites = 200;
const answerMs = 300;
const leastWaiting = 0.9;

const texts = textsOf('en');

/**
 * What the workspace costs: what share of an audit's time its page is at rest, waiting for pages; and how long an interaction
 * with a table of a hundred thousand rows takes until it is painted (the browser's own Event Timing).
 */
export async function benchWorkspace(browser: LensBrowser, print: (result: Result) => void): Promise<void> {
  await benchWaiting(browser, print);
  await benchTable(browser, print);
}

async function openWorkspace({ context, extensionId }: LensBrowser, hash: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/workspace.html${hash}`);
  return page;
}

async function benchTable(browser: LensBrowser, print: (result: Result) => void): Promise<void> {
  const first = await openWorkspace(browser, '#audits');
  await first.getByRole('heading', { level: 1 }).waitFor();
  await fill(first);
  await first.close();
  const page = await openWorkspace(browser, `#audits/${audit.id}`);
  const search = page.getByPlaceholder(texts.text('workspace_search'));
  await search.waitFor();
  await page.evaluate(() => {
    const found: { name: string; ms: number }[] = [];
    Object.assign(globalThis, { found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const isInteraction = 'interactionId' in entry && Number(entry.interactionId) > 0;
        if (isInteraction) found.push({ name: entry.name, ms: entry.duration });
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const steps: Record<string, () => Promise<void>> = {
    'search, letter by letter': () => search.pressSequentially('site-4'),
    'clear the search': () => search.press('Control+a').then(() => search.press('Delete')),
    'sort by a text': () => sortBy(page, 'column_asked'),
    'sort by it again': () => sortBy(page, 'column_asked'),
    'sort by a count': () => sortBy(page, 'column_ending'),
    'filter by province': async () => {
      await page.locator('summary', { hasText: texts.text('column_province') }).click();
      await page.getByRole('checkbox', { name: 'Sichuan' }).click();
      await page.getByRole('checkbox', { name: 'Sichuan' }).click();
      await page.locator('summary', { hasText: texts.text('column_province') }).click();
    },
    'down the table': () => page.getByRole('grid').press('End'),
    'up the table': () => page.getByRole('grid').press('Home'),
    'group by holder': () => page.getByLabel(texts.text('workspace_group')).click(),
  };
  let told = 0;
  for (const [step, act] of Object.entries(steps)) {
    await act();
    // Two frames: the second begins when the first, with what the step changed, has been painted.
    const found = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await new Promise((resolve) => requestIdleCallback(resolve));
      const { found } = globalThis as unknown as { found: { name: string; ms: number }[] };
      return found.splice(0);
    });
    told += found.length;
    // What took less than the browser's least is not told.
    const slowest = Math.max(16, ...found.map(({ ms }) => ms));
    print({
      bench: 'interaction with the table',
      rows,
      step,
      told: found.length,
      target: target('ms', slowest, mostMs),
    });
  }
  await page.close();
  if (told === 0) throw new Error('The browser told of no interaction with the table.');
}

async function sortBy(page: Page, column: 'column_asked' | 'column_ending'): Promise<void> {
  await page
    .getByRole('columnheader')
    .getByRole('button', { name: texts.text(column) })
    .click();
}

const audit: BulkAudit = {
  id: 'bench',
  name: 'bench',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'done',
  options: usualOptions,
  size: rows,
};

/** Puts an audit of so many sites where the workspace keeps them: a thousand holders, every province, every tenth without a number. */
async function fill(page: Page): Promise<void> {
  const characters = [...provinces.values()].flatMap(({ code, icp }) => (icp === null ? [] : [{ code, icp }]));
  const entries = Array.from({ length: rows }, (_, place): Entry => {
    const address = `https://site-${place}.example/`;
    const { code, icp } = characters[place % characters.length] ?? { code: '11', icp: '京' };
    const subject = `${icp}ICP备2021${100_000 + (place % 1000)}号`;
    const isBare = place % 10 === 9;
    return {
      ...newEntry(audit.id, place, address, address),
      tries: 1,
      ending: { state: isBare ? 'none' : 'numbers' },
      readAt: new Date(Date.parse(audit.createdAt) + place * 1000).toISOString(),
      finalUrl: address,
      worst: isBare ? 'unknown' : 'warn',
      answers: isBare ? [] : ['filing-link-outdated'],
      numbers: isBare
        ? []
        : [
            {
              kind: 'icp-filing',
              number: `${subject}-${place % 7}`,
              province: code,
              status: 'valid',
              role: 'claim',
              hidden: false,
              subject,
            },
          ],
    };
  });
  const part = 10_000;
  for (let from = 0; from < rows; from += part) {
    await page.evaluate(
      ({ name, audit, entries }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(['audits', 'entries'], 'readwrite');
            transaction.objectStore('audits').put(audit);
            for (const entry of entries) transaction.objectStore('entries').put(entry);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
      { name: databaseName, audit, entries: entries.slice(from, from + part) },
    );
  }
}

async function benchWaiting(browser: LensBrowser, print: (result: Result) => void): Promise<void> {
  const server = await serveLocally(async () => {
    await new Promise((resolve) => setTimeout(resolve, answerMs));
    return { type: 'text/html; charset=utf-8', body: '<!doctype html><footer>京ICP备2021018374号-1</footer>' };
  });
  const page = await openWorkspace(browser, '#audits/new');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const addresses = Array.from({ length: sites }, (_, site) => `${server.url}${site}`);
  await page.getByLabel(texts.text('workspace_addresses_label')).fill(addresses.join('\n'));
  const [start, before] = [performance.now(), await busyMs()];
  await page.getByRole('button', { name: texts.pattern('workspace_start') }).click();
  const bar = page.getByRole('progressbar');
  await bar.waitFor();
  // Asking again and again whether it is done would itself keep the page busy.
  await bar.evaluate(
    (bar, sites) =>
      new Promise<void>((resolve) => {
        if (bar.getAttribute('aria-valuenow') === sites) resolve();
        new MutationObserver(() => {
          if (bar.getAttribute('aria-valuenow') === sites) resolve();
        }).observe(bar, { attributes: true });
      }),
    String(sites),
  );
  const [tookMs, spentMs] = [performance.now() - start, (await busyMs()) - before];
  const waiting = 1 - spentMs / tookMs;
  print({
    bench: 'share of an audit spent waiting on pages',
    sites,
    lanes: usualOptions.lanes,
    answerMs,
    ...rounded({ tookMs, spentMs }),
    waiting: round(waiting),
    target: target('1 - waiting', 1 - waiting, 1 - leastWaiting),
  });
  await page.close();
  await server.close();
}
