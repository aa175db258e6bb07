import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import { scratchFolder } from '../../cli/browser/scratch-folder.ts';
import { type BulkAudit, defaultOptions } from '../../lib/audits/bulk-audit.ts';
import { type Entry, newEntry } from '../../lib/audits/entry.ts';
import { textsOf } from '../../tests/support/texts.ts';
import { storeAudit } from './filled-audit.ts';
import { openWorkspace } from './open-workspace.ts';
import { type Result, rounded, target } from './result.ts';

const sites = 100_000;
const lines = 200_000;
/** How much of the time of such work the page may be kept from answering, at the longest. */
const mostShare = 0.1;

const texts = textsOf('en');
const audit: BulkAudit = {
  id: 'bench-files',
  name: 'files',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'done',
  options: defaultOptions,
  size: sites,
};

/**
 * What very large files keep the page from: the longest task of the page while files of a hundred thousand sites are written
 * and two hundred thousand addresses are read, against the time that takes as a whole.
 */
export async function benchFiles(browser: BrowserSession, print: (result: Result) => void): Promise<void> {
  const page = await openWorkspace(browser, '#audits');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await storeAudit(page, audit, entryOf);
  await page.goto(page.url().replace(/#.*/, `#audits/${audit.id}`));
  const saved = page.locator('.file-work.saved');
  for (const format of ['xlsx', 'csv_sites', 'json'] as const) {
    const button = page
      .locator('.export')
      .getByRole('button', { name: texts.text(`workspace_save_${format}`), exact: true });
    // Until the table stands and nothing else is to be done.
    await button.click({ trial: true });
    const times = await during(page, async () => {
      await button.click();
      await saved.waitFor({ timeout: 300_000 });
    });
    await saved.getByRole('button').click();
    print(result('writing a file while the page answers', { file: format, sites }, times));
  }
  await page.goto(page.url().replace(/#.*/, '#audits/new'));
  const file = join(scratchFolder('addresses'), 'sites.txt');
  writeFileSync(file, Array.from({ length: lines }, (_, place) => `https://www.site-${place}.example.cn/`).join('\n'));
  const start = page.getByRole('button', { name: texts.text('workspace_start', '200,000') });
  const times = await during(page, async () => {
    await page.locator('input[type=file]').setInputFiles(file);
    await start.waitFor({ timeout: 300_000 });
  });
  print(result('reading addresses while the page answers', { lines }, times));
  await page.close();
}

type Times = { tookMs: number; longestTaskMs: number };

function result(bench: string, details: object, times: Times): Result {
  const share = times.longestTaskMs / times.tookMs;
  return { bench, ...details, ...rounded(times), target: target('longestTaskMs / tookMs', share, mostShare) };
}

/** How long something takes, and the longest task of the page in that time: below 50 ms, the browser tells of none. */
async function during(page: Page, act: () => Promise<void>): Promise<Times> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(globalThis, { tasks, observer });
  });
  const start = performance.now();
  await act();
  const tookMs = performance.now() - start;
  const longestTaskMs = await page.evaluate(() => {
    const { tasks, observer } = globalThis as unknown as { tasks: number[]; observer: PerformanceObserver };
    for (const { duration } of observer.takeRecords()) tasks.push(duration);
    observer.disconnect();
    return tasks.reduce((longest, ms) => Math.max(longest, ms), 50);
  });
  return { tookMs, longestTaskMs };
}

/** Each site has two numbers. */
function entryOf(place: number): Entry {
  const address = `https://site-${place}.example/`;
  const common = { province: '11', status: 'valid', role: 'claim', hidden: false } as const;
  const subject = `京ICP备2021${100_000 + place}号`;
  return {
    ...newEntry(audit.id, place, address, address),
    tries: 1,
    ending: { state: 'numbers' },
    readAt: audit.createdAt,
    finalUrl: address,
    worst: 'warn',
    answers: ['filing-link-outdated'],
    numbers: [
      { ...common, kind: 'icp-filing', number: `${subject}-1`, subject },
      { ...common, kind: 'psb-filing', number: `京公网安备1101080${2_000_000 + place}号`, subject: null },
    ],
  };
}
