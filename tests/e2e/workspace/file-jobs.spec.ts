/**
 * Very large files in the workspace. A worker processes them, so the page stays responsive. A cancelled or failed job leaves
 * nothing behind. Other programs can read the saved files.
 */
import type { Page, Worker } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import readExcel, { readSheet } from 'read-excel-file/node';
import { serveLocally } from '../../../cli/servers/local-server.ts';
import { type BulkAudit, defaultOptions } from '../../../lib/audits/bulk-audit.ts';
import { type Entry, newEntry } from '../../../lib/audits/entry.ts';
import type { SiteReport } from '../../../lib/checks/site-report.ts';
import { manifestOf } from '../../support/build-output.ts';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { openFirefox } from '../../support/firefox-browser.ts';
import { expect, test } from '../../support/fixtures.ts';
import { type Texts, textsOf } from '../../support/texts.ts';
import { openWorkspace, readStore, saveFile } from '../../support/workspace-page.ts';

// The workspace logs an error when a worker dies. These tests end some workers.
test.use({ expectedErrors: /: Worker(Lost|Broken)Error: / });

const createdAt = '2026-11-22T08:00:00.000Z';
const numberOf = (place: number): string => `京ICP备2021${100_000 + place}号-1`;
const hasReport = (place: number): boolean => place % 2 === 0;

function entryOf(place: number): Entry {
  const address = `https://site-${place}.example.cn/`;
  const number = {
    kind: 'icp-filing',
    number: numberOf(place),
    province: '11',
    status: 'valid',
    role: 'claim',
    hidden: false,
    subject: numberOf(place).slice(0, -2),
  } as const;
  return {
    ...newEntry('many', place, address, address),
    tries: 1,
    ending: { state: 'numbers' },
    readAt: createdAt,
    finalUrl: address,
    numbers: [number],
    worst: 'pass',
  };
}

function reportOf(place: number): SiteReport {
  const server = { state: 'not-asked' } as const;
  return { url: `https://site-${place}.example.cn/`, findings: [], capped: false, otherFrames: 0, server, checks: [] };
}

/** Stores an audit, optionally with reports of every second site, and opens its page. */
async function openAudit(extensionBrowser: ExtensionBrowser, size: number, withReports = false): Promise<Page> {
  const page = await openWorkspace(extensionBrowser);
  const audit: BulkAudit = { id: 'many', name: 'many', createdAt, state: 'done', options: defaultOptions, size };
  const part = 10_000;
  for (let from = 0; from < size; from += part) {
    const places = Array.from({ length: Math.min(part, size - from) }, (_, place) => from + place);
    const reports = places.filter((place) => withReports && hasReport(place)).map((place) => [place, reportOf(place)]);
    await page.evaluate(
      ([audit, entries, reports]) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('icp-lens');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction(['audits', 'entries', 'reports'], 'readwrite');
            writing.objectStore('audits').put(audit);
            for (const entry of entries) writing.objectStore('entries').put(entry);
            for (const [place, report] of reports) writing.objectStore('reports').put(report, ['many', place]);
            writing.onerror = () => reject(writing.error);
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      [audit, places.map(entryOf), reports as [number, SiteReport][]] as const,
    );
  }
  await page.goto(page.url().replace(/#.*|$/, '#audits/many'));
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(size + 1));
  return page;
}

/** Blocks a worker, as if it were busy. Returns a function that releases it. */
async function hold(worker: Worker): Promise<() => Promise<void>> {
  let release = (): void => {};
  let stands = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const standing = new Promise<void>((resolve) => {
    stands = resolve;
  });
  const server = await serveLocally(async () => {
    stands();
    await released;
    return null;
  });
  // The worker may be ended while it is blocked.
  void worker.evaluate(holdScript, server.url).catch(() => {});
  await standing;
  return async () => {
    release();
    await server.close();
  };
}

function holdScript(url: string): void {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  try {
    request.send();
  } catch {
    // The answer is not for this page.
  }
}

const button = (page: Page, name: string) => page.locator('.export').getByRole('button', { name, exact: true });
const panel = (page: Page) => page.locator('.file-work');

/** Starts to save a file, and returns the worker when it has written some of it. */
async function beginSave(page: Page, name: string): Promise<Worker> {
  const worker = page.waitForEvent('worker');
  await button(page, name).click();
  const begun = await worker;
  await expect.poll(() => panel(page).locator('progress').getAttribute('value')).toMatch(/^[1-9]/);
  return begun;
}

/** Waits until the page has no worker. */
async function expectNoWorker(page: Page): Promise<void> {
  await expect.poll(() => page.workers().length).toBe(0);
}

/** The number of values in an object store of the extension's database. */
async function countOf(page: Page, store: 'audits' | 'entries'): Promise<number> {
  return page.evaluate(
    (store) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('icp-lens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction(store).objectStore(store).count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    store,
  );
}

/** The address and the numbers of each row of a table with a header. */
function told([head = [], ...rows]: readonly (readonly unknown[])[], texts: Texts): string[][] {
  const places = (['column_asked', 'column_numbers'] as const).map((key) => head.indexOf(texts.text(key)));
  return rows.map((row) => places.map((place) => String(row[place] ?? '')));
}

test('the page responds while a hundred thousand sites are written, and the file is complete', async ({
  freshBrowser,
  texts,
}) => {
  test.setTimeout(300_000);
  const { text } = texts;
  const size = 100_000;
  const page = await openAudit(freshBrowser, size);
  const saved = await saveFile(freshBrowser, async () => {
    const worker = await beginSave(page, text('workspace_save_xlsx'));
    const release = await hold(worker);
    await page.getByRole('searchbox').fill(`site-${size - 2}.`);
    await expect(page.locator('.grid-body [role=row]')).toHaveCount(1);
    await page.getByRole('searchbox').fill('');
    await page.getByText(text('workspace_view_charts')).click();
    await expect(page.getByRole('table', { name: text('workspace_chart_endings') })).toBeVisible();
    await expect(panel(page)).toContainText(text('workspace_file_writing', text('workspace_save_xlsx'), 'many'));
    await expect(button(page, text('workspace_save_json')), 'one file at a time').toBeDisabled();
    // The job continues on every screen of the workspace.
    await page
      .getByRole('navigation')
      .getByRole('link', { name: text('workspace_check') })
      .click();
    await expect(panel(page).locator('progress')).toBeVisible();
    await release();
  });
  await expect(panel(page).getByRole('status')).toContainText(text('workspace_file_saved', saved.name));
  await expectNoWorker(page);
  const sites = await readSheet(saved.content);
  const expected = Array.from({ length: size }, (_, place) => [`https://site-${place}.example.cn/`, numberOf(place)]);
  expect(told(sites, texts)).toEqual(expected);
});

test('a cancelled save leaves no file, and the next save works', async ({ freshBrowser, texts }) => {
  test.setTimeout(120_000);
  const { text } = texts;
  const page = await openAudit(freshBrowser, 20_000);
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  const release = await hold(await beginSave(page, text('workspace_save_xlsx')));
  await panel(page)
    .getByRole('button', { name: text('workspace_file_cancel') })
    .click();
  await expect(panel(page).getByRole('status')).toHaveText(text('workspace_file_save_cancelled'));
  await expectNoWorker(page);
  await release();
  const saved = await saveFile(freshBrowser, () => button(page, text('workspace_save_csv_numbers')).click());
  expect(saved.name).toMatch(/numbers\.csv$/);
  const rows: string[][] = parse(saved.content, { bom: true });
  expect(rows.slice(1).map((row) => row[3])).toEqual(Array.from({ length: 20_000 }, (_, place) => numberOf(place)));
  expect(downloads.filter((name) => !name.endsWith('numbers.csv'))).toEqual([]);
  await panel(page)
    .getByRole('button', { name: text('workspace_close') })
    .click();
  await expect(panel(page)).toHaveClass(/none/);
});

test('every file keeps the order on screen, and JSON is imported whole or not at all', async ({
  freshBrowser,
  texts,
}) => {
  test.setTimeout(120_000);
  const { text } = texts;
  const size = 1803;
  const page = await openAudit(freshBrowser, size, true);
  const places = Array.from({ length: size }, (_, place) => place);
  // When sorted by a text, neighbouring rows are far apart in the store.
  await page
    .getByRole('columnheader', { name: text('column_asked') })
    .getByRole('button')
    .click();
  const sorted = places.map((place) => `https://site-${place}.example.cn/`).sort((a, b) => (a < b ? -1 : 1));
  const csv = await saveFile(freshBrowser, () => button(page, text('workspace_save_csv_sites')).click());
  const shown = told(parse(csv.content, { bom: true }), texts).map(([asked]) => asked);
  expect(new Set(shown)).toEqual(new Set(sorted));
  expect(shown).not.toEqual(places.map((place) => `https://site-${place}.example.cn/`));
  const xlsx = await saveFile(freshBrowser, () => button(page, text('workspace_save_xlsx')).click());
  const [sites] = await readExcel(xlsx.content);
  expect(told(sites?.data ?? [], texts).map(([asked]) => asked)).toEqual(shown);
  const evidence = await saveFile(freshBrowser, () => button(page, text('workspace_save_evidence')).click());
  expect(evidence.content.toString().match(/<section class="site"/g)).toHaveLength(places.filter(hasReport).length);

  const json = await saveFile(freshBrowser, () => button(page, text('workspace_save_json')).click());
  const document = JSON.parse(json.content.toString()) as { entries: Entry[]; reports: { place: number }[] };
  expect(document.entries.map(({ asked }) => asked)).toEqual(shown);
  expect(document.entries.toSorted((a, b) => a.place - b.place)).toEqual(places.map(entryOf));
  expect(document.reports.map(({ place }) => place).sort((a, b) => a - b)).toEqual(places.filter(hasReport));

  await page.goto(page.url().replace(/#.*/, '#audits'));
  const file = page.locator('input[type=file]');
  const take = (content: Buffer) =>
    file.setInputFiles({ name: 'many.json', mimeType: 'application/json', buffer: content });
  await take(Buffer.from(json.content.toString().replace(/"place":\d+,"report"/, '"place":99999,"report"')));
  await expect(panel(page).getByRole('alert')).toContainText('reports[');
  expect(await readStore(page, 'audits')).toHaveLength(1);
  expect(await readStore(page, 'entries')).toHaveLength(size);
  await take(json.content);
  await expect(panel(page).getByRole('status')).toHaveText(text('workspace_file_imported', 'many'));
  await expect(page.locator('.lines').getByRole('link', { name: 'many' })).toHaveCount(2);
  const [first, second] = [true, false].map(
    (isOld) => (entries: Entry[]) =>
      entries.filter(({ audit }) => (audit === 'many') === isOld).map((entry) => ({ ...entry, audit: '' })),
  );
  const entries = await readStore<Entry>(page, 'entries');
  expect(second?.(entries)).toEqual(first?.(entries));
  expect(await readStore(page, 'reports')).toHaveLength(places.filter(hasReport).length * 2);
});

test('the page reports a worker that dies, with advice, and the next save works', async ({ freshBrowser, texts }) => {
  test.setTimeout(120_000);
  const { text } = texts;
  const page = await openAudit(freshBrowser, 20_000);
  const ends = {
    // When the browser ends a worker for lack of memory, there is no event.
    silent: (worker: Worker) => worker.evaluate(() => close()),
    broken: (worker: Worker) =>
      worker.evaluate(() => {
        setTimeout(() => {
          throw new Error('broken');
        });
      }),
  };
  const said = {
    silent: text('workspace_file_save_lost'),
    broken: `${text('workspace_file_save_failed')}${text('workspace_file_save_advice')}${text('workspace_why', 'Uncaught Error: broken')}`,
  };
  for (const [way, end] of Object.entries(ends)) {
    const worker = await beginSave(page, text('workspace_save_xlsx'));
    await end(worker).catch(() => {});
    await expect(panel(page).getByRole('alert'), way).toContainText(said[way as keyof typeof ends]);
    await expect(panel(page)).toContainText(text('workspace_file_save_advice'));
    await expectNoWorker(page);
  }
  const saved = await saveFile(freshBrowser, () => button(page, text('workspace_save_csv_sites')).click());
  expect(told(parse(saved.content, { bom: true }), texts)).toHaveLength(20_000);
});

/** The worker that reads addresses for a page. */
async function readerOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBe(1);
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('No worker reads addresses.');
  return worker;
}

/** Pastes lines into the field, as a user with a large clipboard does. */
async function paste(page: Page, { text }: Texts, lines: readonly string[]): Promise<void> {
  await page.getByLabel(text('workspace_addresses_label')).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, lines.join('\n'));
}

test('the address field stays editable while addresses are read, and only the latest can be started', async ({
  freshBrowser,
  texts,
}) => {
  const { text } = texts;
  const page = await openWorkspace(freshBrowser, '#audits/new');
  const field = page.getByLabel(text('workspace_addresses_label'));
  const start = page.locator('button[type=submit]');
  const release = await hold(await readerOf(page));
  await field.fill('a.cn');
  await expect(page.getByText(text('workspace_reading'))).toBeVisible();
  await field.press('End');
  await field.pressSequentially('\nb');
  await expect(field).toHaveValue('a.cn\nb');
  await field.fill('c.cn\nd.cn\nc.cn');
  await expect(start).toHaveText(text('workspace_start', 2));
  await expect(start).toBeEnabled();
  await expect(page.locator('.understood')).toContainText(text('workspace_duplicates', 1));
  await expect(page.getByText(text('workspace_reading'))).toHaveCount(0);
  await release();
  expect(page.workers()).toHaveLength(1);

  // While a text is being read, the displayed result is that of the earlier text, and no audit can be started with it.
  const again = await hold(await readerOf(page));
  await field.fill('e.cn');
  await expect(page.getByText(text('workspace_reading'))).toBeVisible();
  await expect(start).toBeDisabled();
  await again();
  await expect(start).toHaveText(text('workspace_start', 1));
  await expect(start).toBeEnabled();
});

test('a text too long for the field is listed below it and started whole or not at all', async ({
  freshBrowser,
  texts,
}) => {
  test.setTimeout(120_000);
  const { text } = texts;
  const size = 50_000;
  const page = await openWorkspace(freshBrowser, '#audits/new');
  const field = page.getByLabel(text('workspace_addresses_label'));
  const start = page.locator('button[type=submit]');
  const piece = page.locator('.pieces li');
  // Host names that do not resolve.
  const lines = Array.from({ length: size }, (_, place) => `site-${place}.invalid`);
  await field.fill('first.invalid\nsite-7.invalid');
  await paste(page, texts, [...lines, 'not an address', 'site-0.invalid']);
  await expect(piece).toContainText(text('workspace_piece_pasted'));
  await expect(field).toHaveValue('first.invalid\nsite-7.invalid');
  await expect(start).toHaveText(text('workspace_start', '50,001'), { timeout: 30_000 });
  for (const summary of await page.locator('.understood summary').all()) await summary.click();
  await expect(page.locator('.understood li:visible')).toHaveText([
    `${text('workspace_line_in', size + 1, text('workspace_piece_pasted'))} not an address ${text('workspace_fault_no_address')}`,
    `${text('workspace_line_in', 8, text('workspace_piece_pasted'))} site-7.invalid ${text('workspace_same_as_in', 2, text('workspace_the_field'))}`,
    `${text('workspace_line_in', size + 2, text('workspace_piece_pasted'))} site-0.invalid ${text('workspace_same_as', 1)}`,
  ]);
  await page.getByRole('button', { name: text('workspace_piece_remove', text('workspace_piece_pasted')) }).click();
  await expect(start).toHaveText(text('workspace_start', 2));
  await page.locator('input[type=file]').setInputFiles({
    name: 'partners.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(lines.join('\n')),
  });
  await expect(piece).toContainText('partners.txt');
  await expect(start).toHaveText(text('workspace_start', '50,001'), { timeout: 30_000 });
  await expect(start).toBeEnabled();

  // After the worker was ended in the middle, the audit left nothing in the store.
  const reader = await readerOf(page);
  await start.click();
  await expect(page.getByText(texts.pattern('workspace_starting'))).toBeAttached();
  await reader.evaluate(() => close()).catch(() => {});
  await expect(page.getByRole('alert').getByText(text('workspace_start_lost'))).toBeVisible();
  expect([await countOf(page, 'audits'), await countOf(page, 'entries')]).toEqual([0, 0]);

  await expect(start).toBeEnabled({ timeout: 30_000 });
  await start.click();
  await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 60_000 });
  const [audit] = await readStore<BulkAudit>(page, 'audits');
  expect(audit?.size).toBe(size + 1);
  expect(await countOf(page, 'entries')).toBe(size + 1);
});

test('in Firefox the worker reads addresses, starts an audit and writes every file', async () => {
  test.setTimeout(120_000);
  const { text } = textsOf('en');
  // Without this setting, Firefox gives each installation of an extension another address.
  const address = '7d1cbb52-5f0f-4c0b-9a86-2f6f0c1d7a11';
  const { gecko } = manifestOf('firefox').browser_specific_settings as { gecko: { id: string } };
  const firefox = await openFirefox({
    preferences: { 'extensions.webextensions.uuids': JSON.stringify({ [gecko.id]: address }) },
  });
  try {
    const page = await firefox.newPage();
    // For pages of extensions, the protocol never reports that they have loaded.
    void page.goto(`moz-extension://${address}/workspace.html#audits/new`).catch(() => {});
    const button = (name: string) => page.locator(`button ::-p-text(${name})`);
    await page.locator('#addresses').fill('a.invalid\nb.invalid\na.invalid');
    await button(text('workspace_start', 2)).click();
    await page.locator('.export button:not(:disabled)').wait();
    await page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      const sizes: number[] = [];
      URL.createObjectURL = (blob: Blob) => {
        sizes.push(blob.size);
        return make(blob);
      };
      Object.assign(globalThis, { sizes });
    });
    for (const [place, ending] of ['sites.xlsx', 'sites.csv', 'numbers.csv', 'audit.json', 'evidence.html'].entries()) {
      await page.locator(`.export button:nth-of-type(${place + 1}):not(:disabled)`).click();
      await page.locator(`.file-work.saved ::-p-text(${ending})`).wait();
    }
    const sizes = await page.evaluate(() => (globalThis as unknown as { sizes: number[] }).sizes);
    expect(sizes.map((size) => size > 100)).toEqual(Array(5).fill(true));
  } finally {
    await firefox.close();
  }
});
