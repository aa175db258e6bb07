/** The workspace in Firefox: every outcome of an audit, reopening, the table, files, the check of a text, deletion. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as shared } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { ElementHandle, Page } from 'puppeteer-core';
import { readSheet } from 'read-excel-file/node';
import { temporaryFolder } from '../../../cli/browser/temporary-folder.ts';
import type { Entry } from '../../../lib/audits/entry.ts';
import { type AuditSites, filingOf, serveAuditSites } from '../../support/audit-sites.ts';
import { unusedAddress } from '../../support/edge-case-sites.ts';
import { type Firefox, openFirefox, pagePatterns } from '../../support/firefox-browser.ts';
import { hostingBuild } from '../../support/hosting-build.ts';
import { type TextKey, textsOf } from '../../support/texts.ts';
import { describeOutcomes, type NewAuditOptions, readStoreInPage } from '../../support/workspace-page.ts';

const { text } = textsOf('en');

const test = shared.extend<{ audited: AuditSites; firefox: Firefox; seeing: Firefox }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
  audited: async ({}, use) => {
    const sites = await serveAuditSites();
    await use(sites);
    await sites.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  firefox: async ({}, use) => {
    const firefox = await openFirefox();
    await use(firefox);
    await firefox.close();
  },
  // With the server permission.
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  seeing: async ({}, use) => {
    const firefox = await openFirefox({ extension: hostingBuild('firefox', { ownTable: false }) });
    await use(firefox);
    await firefox.close();
  },
});

// Each test starts its own browser.
test.describe.configure({ timeout: 120_000 });

const press = (page: Page, key: TextKey): Promise<void> => page.locator(`button::-p-text(${text(key)})`).click();
const shown = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((selector) => document.querySelector(selector)?.textContent ?? null, selector);
const stored = async (page: Page): Promise<Entry[]> => page.evaluate(readStoreInPage, 'entries') as Promise<Entry[]>;
const done = async (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')));
const go = (page: Page, route: string): Promise<void> =>
  page.evaluate((route) => {
    location.hash = route;
  }, route);

async function start(
  page: Page,
  addresses: readonly string[],
  { concurrency, seconds, retries }: NewAuditOptions = {},
): Promise<void> {
  await page.bringToFront();
  await page.locator('#addresses').fill(addresses.join('\n'));
  for (const [field, value] of Object.entries({ concurrency, limit: seconds, retries })) {
    if (value === undefined) continue;
    // `fill` appends to the value of a number field, so the value is selected first.
    await page.$eval(`[aria-describedby=option-${field}-hint]`, (input) => (input as HTMLInputElement).select());
    await page.keyboard.type(String(value));
    await page.keyboard.press('Tab');
  }
  await page.locator('button[type=submit]').click();
  await page.locator('[role=progressbar]').wait();
}

const whenDone = (page: Page): Promise<void> =>
  expect.poll(() => shown(page, '.progress .state'), { timeout: 45_000 }).toBe(text('workspace_state_done'));

test('in Firefox an audit gives each address its outcome, behind the page in front', async ({ seeing, audited }) => {
  const odd: Record<string, string> = {
    'none-1': 'none',
    'login-1': 'barrier login',
    'error-1': 'barrier error-page',
    'broken-1': 'unreachable http 500',
    'away-1': 'redirected',
    'silent-1': 'unreachable timeout null',
  };
  const names = ['numbers-0', 'numbers-1', 'numbers-2', 'numbers-3', ...Object.keys(odd)];
  const page = await seeing.openWorkspace('#audits/new');
  // Firefox does not look up names that end in .onion.
  const others = [await unusedAddress(), 'http://nobody.onion/'];
  await start(page, [...names.map(audited.url), ...others], { concurrency: 4, seconds: 8, retries: 0 });
  await whenDone(page);
  const entries = await stored(page);
  expect(describeOutcomes(entries)).toEqual([
    ...Array.from({ length: 4 }, () => 'numbers'),
    ...Object.values(odd),
    'unreachable refused null',
    'unreachable dns null',
  ]);
  expect(entries.slice(0, 4).map(({ numbers }) => numbers[0]?.number)).toEqual([0, 1, 2, 3].map(filingOf));
  const tabs = await seeing.tabs();
  expect(tabs.filter(({ url }) => url.includes('localhost'))).toEqual([]);
  expect(tabs.find(({ inFront }) => inFront)?.url).toContain('workspace.html');
});

test('in Firefox an audit whose page is closed and opened again loses nothing and reads nothing twice', async ({
  firefox,
  audited,
}) => {
  const names = Array.from({ length: 10 }, (_, place) => `numbers-${place}`);
  audited.holdResponses(...names.slice(0, 4));
  const first = await firefox.openWorkspace('#audits/new');
  await start(first, names.map(audited.url), { concurrency: 3, seconds: 40 });
  await expect.poll(() => done(first)).toBe(4);
  await expect.poll(() => audited.requestCount('numbers-6')).toBe(1);
  const open = (await firefox.tabs()).filter(({ url, muted }) => url.includes('localhost') || muted);
  expect(open).toHaveLength(3);
  expect(open.every(({ muted, inFront }) => muted && !inFront)).toBe(true);
  const route = await first.evaluate(() => location.hash);
  await first.close();

  const second = await firefox.openWorkspace(route);
  await expect.poll(async () => (await firefox.tabs()).filter(({ muted }) => muted).length).toBeLessThanOrEqual(3);
  expect((await stored(second)).filter(({ ending }) => ending !== null)).toHaveLength(4);
  audited.releaseResponses();
  await whenDone(second);
  const entries = await stored(second);
  expect(entries.map(({ numbers }) => numbers[0]?.number)).toEqual(names.map((_, place) => filingOf(place)));
  for (const name of names.slice(0, 4)) expect(audited.requestCount(name), name).toBe(1);
  expect(await second.evaluate(readStoreInPage, 'visits')).toHaveLength(names.length);
  expect((await firefox.tabs()).filter(({ muted }) => muted)).toEqual([]);
});

test('in Firefox a paused audit opens no page, a resumed one continues, a cancelled one skips the rest', async ({
  firefox,
  audited,
}) => {
  const names = Array.from({ length: 6 }, (_, place) => `numbers-${place}`);
  audited.holdResponses(...names.slice(0, 2));
  const page = await firefox.openWorkspace('#audits/new');
  await start(page, names.map(audited.url), { concurrency: 2, seconds: 40 });
  await expect.poll(() => done(page)).toBe(2);
  await press(page, 'workspace_pause');
  await expect.poll(() => shown(page, '.progress .state')).toBe(text('workspace_state_paused'));
  await expect.poll(async () => (await firefox.tabs()).filter(({ muted }) => muted).length).toBe(0);
  audited.holdResponses('numbers-2');
  await press(page, 'workspace_resume');
  await expect.poll(() => done(page)).toBe(3);
  await press(page, 'workspace_cancel');
  await page.locator('.confirm button').click();
  await expect.poll(() => shown(page, '.progress .state')).toBe(text('workspace_state_cancelled'));
  await expect.poll(() => shown(page, '.counts .skipped dd')).toBe('3');
});

/** Runs an action that saves a file, and returns the file when it is complete. */
async function saved({ downloads }: Firefox, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const before = new Set(readdirSync(downloads));
  await act();
  const fresh = (): string[] => readdirSync(downloads).filter((name) => !before.has(name));
  await expect.poll(() => fresh().filter((name) => !name.endsWith('.part'))).toHaveLength(1);
  // During a download, Firefox writes to a .part file, and the file itself is empty.
  await expect.poll(() => fresh().filter((name) => name.endsWith('.part'))).toEqual([]);
  const [name = ''] = fresh();
  await expect.poll(() => readFileSync(join(downloads, name)).length).toBeGreaterThan(0);
  return { name, content: readFileSync(join(downloads, name)) };
}

test('in Firefox the table sorts, filters and groups, and saved files are read back', async ({ firefox, audited }) => {
  const names = ['numbers-0', 'numbers-1', 'numbers-5', 'none-1'];
  const page = await firefox.openWorkspace('#audits/new');
  await start(page, names.map(audited.url), { seconds: 20, retries: 0 });
  await whenDone(page);
  const rows = (): Promise<number> => page.evaluate(() => document.querySelectorAll('.grid-body [role=row]').length);
  await expect.poll(rows).toBe(4);
  await page.locator('input[type=search]').fill('2021018370');
  await expect.poll(rows).toBe(2);
  await press(page, 'workspace_filters_clear');
  await expect.poll(rows).toBe(4);
  await page.locator(`label::-p-text(${text('workspace_group')})`).click();
  await expect.poll(() => shown(page, '.holder')).toBe(text('workspace_holder', filingOf(0).replace(/-\d+$/, ''), 2));
  await page.locator(`label::-p-text(${text('workspace_group')})`).click();
  await page.locator('.grid-body [role=row] [role=gridcell]:nth-child(2)').click();
  await page.locator('dialog .report').wait();
  expect(await shown(page, 'dialog')).toContain(filingOf(0));
  await page.keyboard.press('Escape');
  await expect.poll(() => shown(page, 'dialog')).toBeNull();

  const wanted = names.map(audited.url);
  const csv = await saved(firefox, () => press(page, 'workspace_save_csv_sites'));
  const table: string[][] = parse(csv.content, { bom: true });
  expect(table.slice(1).map((row) => row[1])).toEqual(wanted);
  const xlsx = await saved(firefox, () => press(page, 'workspace_save_xlsx'));
  expect((await readSheet(xlsx.content)).slice(1).map((row) => row[1])).toEqual(wanted);
  const json = await saved(firefox, () => press(page, 'workspace_save_json'));
  const before = await stored(page);

  await go(page, '#audits');
  await page.locator('.lines .confirm-button button, .lines li button').click();
  await page.locator('.confirm button').click();
  await expect.poll(() => shown(page, 'main')).toContain(text('workspace_audits_none'));
  expect(await stored(page)).toEqual([]);
  const file = join(temporaryFolder('import'), json.name);
  writeFileSync(file, json.content);
  const input = await page.waitForSelector('input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  await page.locator('.lines a.title').click();
  await expect.poll(() => shown(page, '.counts .numbers dd')).toBe('3');
  const withoutName = (entries: Entry[]) => entries.map((entry) => ({ ...entry, audit: '' }));
  expect(withoutName(await stored(page))).toEqual(withoutName(before));
});

/** Opens a new audit of sites while the extension has access only to the pages of some patterns. */
async function withheld(firefox: Firefox, audited: AuditSites, names: readonly string[], patterns: readonly string[]) {
  await firefox.revokePages();
  for (const pattern of patterns) await firefox.grantPages(pattern);
  const page = await firefox.openWorkspace('#audits/new');
  await page.locator('#addresses').fill(names.map(audited.url).join('\n'));
  await expect.poll(() => shown(page, 'button[type=submit]')).toBe(text('workspace_start', names.length));
  return page;
}

test('in Firefox an audit requests revoked page access before it starts', async ({ firefox, audited }) => {
  await firefox.grant('webRequest');
  const page = await withheld(firefox, audited, ['numbers-0'], []);
  await expect.poll(() => shown(page, 'main')).toContain(text('workspace_pages_missing'));
  expect(await shown(page, 'main'), 'without pages, no server is seen').not.toContain(text('workspace_servers_given'));
  await page.locator('button[type=submit]').click();
  await firefox.answerPrompt(true);
  await page.locator('[role=progressbar]').wait();
  await whenDone(page);
  expect(describeOutcomes(await stored(page))).toEqual(['numbers']);
  expect(await shown(page, 'main')).not.toContain(text('workspace_pages_missing'));
});

test('in Firefox the popup requests page access together with server access', async ({ firefox, audited }) => {
  await firefox.revokePages();
  const site = await firefox.newPage();
  await site.goto(audited.url('numbers-0'));
  await firefox.openPopup();
  await expect.poll(() => firefox.popupText()).toContain(text('servers_ask'));
  await firefox.pressInPopup(text('servers_ask'));
  await firefox.answerPrompt(true);
  await expect.poll(() => firefox.origins()).toEqual(pagePatterns());
});

test('in Firefox a refused audit does not start; started anyway, it says which sites may not be read', async ({
  firefox,
  audited,
}) => {
  // The last site redirects to numbers-0, which the extension has no access to either.
  const names = ['numbers-1', 'numbers-2', 'away-1'];
  const allowed = ['numbers-1', 'away-1'].map((name) => `http://${name}.localhost/*`);
  const page = await withheld(firefox, audited, names, [...allowed, 'http://127.0.0.1/*']);
  await page.locator('#addresses').fill([...names.map(audited.url), await unusedAddress()].join('\n'));
  await expect.poll(() => shown(page, 'button[type=submit]')).toBe(text('workspace_start', names.length + 1));
  await page.locator('button[type=submit]').click();
  await firefox.answerPrompt(false);
  await expect.poll(() => shown(page, 'main')).toContain(text('workspace_start_not_allowed'));
  expect(await stored(page)).toEqual([]);

  await press(page, 'workspace_start_anyway');
  await page.locator('[role=progressbar]').wait();
  await expect.poll(() => shown(page, '.progress .state'), { timeout: 45_000 }).toBe(text('workspace_state_done'));
  expect(describeOutcomes(await stored(page))).toEqual([
    'numbers',
    'not-allowed',
    'not-allowed',
    'unreachable network null',
  ]);
  expect(audited.requestCount('numbers-2'), 'what may not be read is not opened').toBe(0);
  await expect.poll(() => shown(page, '.grid-body')).toContain(text('ending_not_allowed'));
  const csv = await saved(firefox, () => press(page, 'workspace_save_csv_sites'));
  const [, , second = []] = parse(csv.content, { bom: true }) as string[][];
  expect(second).toContain(text('ending_not_allowed'));
  expect(second).toContain(text('ending_not_allowed_why'));

  await press(page, 'workspace_pages_ask');
  await firefox.answerPrompt(true);
  await expect.poll(() => shown(page, 'main')).not.toContain(text('workspace_pages_missing'));
  await page.locator('.again button').click();
  await expect
    .poll(async () => describeOutcomes(await stored(page)).slice(0, 3))
    .toEqual(['numbers', 'numbers', 'redirected']);
});

test('in Firefox without history the workspace works in memory and says so', async ({ audited }) => {
  const firefox = await openFirefox({ isPrivate: true });
  const names = ['numbers-0', 'numbers-1', 'none-1'];
  const page = await firefox.openWorkspace('#audits');
  await expect.poll(() => shown(page, 'main')).toContain(text('workspace_store_memory'));
  await expect.poll(() => shown(page, 'main')).toContain(text('workspace_audits_none'));
  await go(page, '#audits/new');
  await page.locator('#addresses').wait();
  await start(page, names.map(audited.url), { seconds: 20, retries: 0 });
  await whenDone(page);
  expect(describeOutcomes(await stored(page))).toEqual(['numbers', 'numbers', 'none']);
  expect((await firefox.tabs()).filter(({ url }) => url.includes('localhost'))).toEqual([]);

  const csv = await saved(firefox, () => press(page, 'workspace_save_csv_sites'));
  const table: string[][] = parse(csv.content, { bom: true });
  expect(table.slice(1).map((row) => row[1])).toEqual(names.map(audited.url));
  const json = await saved(firefox, () => press(page, 'workspace_save_json'));
  await go(page, '#history');
  await expect.poll(() => shown(page, 'main')).toContain(text('workspace_history_private'));
  await expect.poll(() => shown(page, 'main')).toContain(new URL(audited.url('numbers-0')).host);

  // Another page does not see the audit, works on its own, and can import the saved file.
  const other = await firefox.openWorkspace('#audits');
  await expect.poll(() => shown(other, 'main')).toContain(text('workspace_audits_none'));
  const file = join(temporaryFolder('import'), json.name);
  writeFileSync(file, json.content);
  const input = await other.waitForSelector('input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  await other.locator('.lines a.title').click();
  await expect.poll(() => shown(other, '.counts .numbers dd')).toBe('2');
  await other.locator('.again button').click();
  await expect.poll(async () => (await stored(other)).filter(({ ending }) => ending !== null).length).toBe(6);
  expect(await stored(page)).toHaveLength(3);
  await firefox.close();
});

test('in Firefox a text is checked, and history is kept when switched on and can be deleted', async ({
  firefox,
  audited,
}) => {
  const page = await firefox.openWorkspace('#check');
  await page.locator('textarea').fill('甲方沪ICP备2024099014号-2，乙方川ICP备09150084号');
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('main article').length)).toBe(2);

  await go(page, '#settings');
  await page.locator('input[role=switch]').click();
  const keeps = () => page.evaluate(() => document.querySelector<HTMLInputElement>('input[role=switch]')?.checked);
  await expect.poll(keeps).toBe(true);
  await page.reload({ waitUntil: [] });
  await page.locator('.panel').wait();
  await expect.poll(keeps).toBe(true);
  const site = await firefox.newPage();
  await site.goto(audited.url('numbers-3'));
  const visits = (): Promise<unknown[]> => page.evaluate(readStoreInPage, 'visits');
  await expect.poll(async () => (await visits()).length).toBe(1);
  await site.close();

  await go(page, '#history');
  await page.locator(`main a::-p-text(${new URL(audited.url('numbers-3')).host})`).click();
  await expect.poll(() => shown(page, '.timeline')).toContain(filingOf(3));
  await go(page, '#history');
  await press(page, 'workspace_delete_all');
  await page.locator('.confirm button').click();
  await expect.poll(() => shown(page, 'main')).toContain(text('workspace_history_none'));
  expect(await visits()).toEqual([]);
});
