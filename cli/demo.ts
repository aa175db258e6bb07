/**
 * `npm run demo`: shows the extension at work on the sample sites. With a display, in a window that stays open; without,
 * as a table, with a picture of the popup on each site in `.output/demo/`.
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

const pictures = join(outputFolder, 'demo');
/** Sites open at a time. */
const concurrency = 4;
/** The sites lie on this machine; one of them draws its footer late. */
const timeouts = { loadMs: 15_000, lateMs: 3_000, answerMs: 10_000 };
/** How long opening the popup and taking its picture may take, in milliseconds. */
const pictureMs = 30_000;

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

/** Whether somebody sits in front of this machine. */
function hasDisplay(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI) return false;
  return process.platform === 'linux' ? Boolean(DISPLAY || WAYLAND_DISPLAY) : true;
}

/** Opens all sites in a window and waits until it is closed. */
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
  // Somebody may close the window while it still fills.
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

/** Prints the numbers of all sites and takes the popup's picture on each. */
async function printAll(browser: BrowserSession, sites: readonly Site[]): Promise<number> {
  await mkdir(pictures, { recursive: true });
  const entries: TableEntry[] = [];
  const failures: string[] = [];
  const shown: Shown[] = [];
  for await (const each of mapInOrder(sites, concurrency, (site) => read(browser, site))) shown.push(each);
  // One after the other, and only now: a popup closes when another tab comes to the front.
  for (const each of shown) {
    const failure = await picture(browser, each);
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
  print(escapeLine`The popup on each site: ${relative(root, pictures)}/*.png\n`);
  for (const failure of failures) printError(failure);
  return failures.length === 0 ? 0 : 1;
}

type Shown = { site: Site; tab: Tab; reading: PageReading };

async function read(browser: BrowserSession, site: Site): Promise<Shown> {
  const tab = await browser.openTab();
  return { site, tab, reading: await readPage(browser, tab, site.url, timeouts) };
}

/** Takes the picture of the popup on a site and closes its tab. Gives what went wrong, there or before, else null. */
async function picture(browser: BrowserSession, { site, tab, reading }: Shown): Promise<string | null> {
  try {
    if (reading.state === 'failed') return reading.error;
    const file = join(pictures, `${site.name}.png`);
    await withTimeout(pictureMs, takePicture(browser, tab.page, file), () => 'the popup gave no picture');
    return null;
  } catch (error) {
    return explainFailure(error);
  } finally {
    await tab.close();
  }
}

async function takePicture(browser: BrowserSession, page: Page, file: string): Promise<void> {
  const popup = await openPopup(browser, page);
  // The popup holds nothing below its summary until it has the page's report.
  await popup.page.locator('main > *').first().waitFor();
  await popup.page.screenshot({ path: file });
  await popup.close();
}

await runMain(main);
