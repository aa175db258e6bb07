/**
 * `npm run demo`: shows the extension on the sample sites. With a display, it opens them in a browser window. Without one, it
 * prints a table and saves a screenshot of the popup on each site in `.output/demo/`.
 */
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { overallOf } from '../lib/checks/outcome.ts';
import { buildToTemporaryFolder, outputFolder, root } from './browser/build.ts';
import { type BrowserSession, openBrowser, type Tab } from './browser/open-browser.ts';
import { openPopup } from './browser/open-popup.ts';
import { withTimeout } from './browser/with-timeout.ts';
import { explainFailure } from './output/explain-failure.ts';
import { numberTable, type TableEntry } from './output/number-table.ts';
import { escapeLine, print, printError, runMain } from './output/terminal.ts';
import { mapInOrder } from './pages/map-in-order.ts';
import { type PageReading, readPage } from './pages/read-page.ts';
import { type Site, serveSites } from './servers/sample-sites.ts';

const screenshotFolder = join(outputFolder, 'demo');
/** How many sites are open at a time. */
const concurrency = 4;
/** The sites are on this machine. One of them adds its footer late. */
const timeouts = { loadMs: 15_000, lateMs: 3_000, answerMs: 10_000 };
/** How long opening the popup and taking its screenshot may take, in milliseconds. */
const screenshotMs = 30_000;

async function main(): Promise<number> {
  const extension = await buildToTemporaryFolder('chrome');
  const { sites, close } = await serveSites();
  try {
    if (hasDisplay()) return await showWindow(extension, sites);
    const browser = await openBrowser({ extension, loopbackOnly: true });
    try {
      return await printAll(browser, sites);
    } finally {
      await browser.close();
    }
  } finally {
    await close();
  }
}

/** Whether this machine has a display and is no CI machine. */
function hasDisplay(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI) return false;
  return process.platform === 'linux' ? Boolean(DISPLAY || WAYLAND_DISPLAY) : true;
}

/** Opens all sites in a window and waits until it is closed. Returns the exit status. */
async function showWindow(extension: string, sites: readonly Site[]): Promise<number> {
  const { LANG = 'en' } = process.env;
  const browser = await openBrowser({ extension, headless: false, language: LANG.startsWith('zh') ? 'zh-CN' : 'en' });
  const { context } = browser;
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => resolve());
    // On macOS the browser outlives its last window.
    context.on('page', (page) => page.once('close', () => context.pages().length === 0 && resolve()));
  });
  const opened = openAll(browser, sites);
  // The window may be closed while sites are still opening.
  const failure = await Promise.race([opened.then(() => null, explainFailure), closed.then(() => null)]);
  if (failure !== null) printError(failure);
  await closed;
  await browser.close();
  return failure === null ? 0 : 1;
}

async function openAll({ context }: BrowserSession, sites: readonly Site[]): Promise<void> {
  const [blank] = context.pages();
  const pages: Page[] = [];
  for (const { url } of sites) {
    const page = await context.newPage();
    await page.goto(url, { timeout: timeouts.loadMs });
    pages.push(page);
  }
  await blank?.close();
  await pages[0]?.bringToFront();
  print(
    `${pages.length} sample sites are open. Click the icon of ICP Lens on each (pin it from the puzzle piece).\n` +
      'Close the window to end.\n',
  );
}

/** Prints the numbers of all sites and takes a screenshot of the popup on each. Returns the exit status. */
async function printAll(browser: BrowserSession, sites: readonly Site[]): Promise<number> {
  await mkdir(screenshotFolder, { recursive: true });
  const entries: TableEntry[] = [];
  const failures: string[] = [];
  const shown: Shown[] = [];
  for await (const each of mapInOrder(sites, concurrency, (site) => read(browser, site))) shown.push(each);
  // One at a time, after all reading: a popup closes when another tab comes to the front.
  for (const each of shown) {
    const failure = await savePopup(browser, each);
    const { site, reading } = each;
    entries.push({
      name: site.title,
      numbers: reading.numbers,
      remark: failure === null ? 'no number found' : `failed: ${failure}`,
      worst: 'checks' in reading ? overallOf(reading.checks) : null,
    });
    if (failure !== null) failures.push(`${site.name}: ${failure}`);
  }
  print(`${numberTable(entries)}\n`);
  print(escapeLine`The popup on each site: ${relative(root, screenshotFolder)}/*.png\n`);
  for (const failure of failures) printError(failure);
  return failures.length === 0 ? 0 : 1;
}

type Shown = { site: Site; tab: Tab; reading: PageReading };

async function read(browser: BrowserSession, site: Site): Promise<Shown> {
  const tab = await browser.openTab();
  return { site, tab, reading: await readPage(browser, tab, site.url, timeouts) };
}

/** Saves a screenshot of the popup on a site and closes its tab. Returns what failed there or in the reading, or null. */
async function savePopup(browser: BrowserSession, { site, tab, reading }: Shown): Promise<string | null> {
  try {
    if (reading.state === 'failed') return reading.error;
    const file = join(screenshotFolder, `${site.name}.png`);
    await withTimeout(
      screenshotMs,
      takeScreenshot(browser, tab.page, file),
      () => 'no screenshot of the popup was taken',
    );
    return null;
  } catch (error) {
    return explainFailure(error);
  } finally {
    await tab.close();
  }
}

async function takeScreenshot(browser: BrowserSession, page: Page, file: string): Promise<void> {
  const popup = await openPopup(browser, page);
  // The popup shows nothing below its summary until it has the page's report.
  await popup.page.locator('main > *').first().waitFor();
  await popup.page.screenshot({ path: file });
  await popup.close();
}

await runMain(main);
