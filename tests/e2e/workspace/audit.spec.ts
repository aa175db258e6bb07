/** Audits in the real browser: the outcome of each address, and that no kill loses or repeats work. */
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { Entry } from '../../../lib/audits/entry.ts';
import { type AuditSites, filingOf, serveAuditSites } from '../../support/audit-sites.ts';
import { type ExtensionBrowser, openExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, test as shared } from '../../support/fixtures.ts';
import { hostingBuild } from '../../support/hosting-build.ts';
import {
  describeOutcomes,
  openWorkspace,
  readStore,
  startAudit,
  storedEntries,
  waitUntilDone,
} from '../../support/workspace-page.ts';

/** The extension API in the extension's worker. */
declare const chrome: typeof extensionApi;

const test = shared.extend<{ audited: AuditSites; seeing: ExtensionBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
  audited: async ({}, use) => {
    const sites = await serveAuditSites();
    await use(sites);
    await sites.close();
  },
  seeing: async ({ language }, use) => {
    const extensionBrowser = await openExtensionBrowser(language, [], {
      extension: hostingBuild('chrome', { ownTable: false }),
    });
    await use(extensionBrowser);
    await extensionBrowser.close();
  },
});

const withNumbers = (count: number): string[] => Array.from({ length: count }, (_, place) => `numbers-${place}`);
const done = async (page: Page): Promise<number> =>
  Number(await page.getByRole('progressbar').getAttribute('aria-valuenow'));

test('a bare host without HTTPS is opened over HTTP, with and without network access', async ({
  seeing,
  extensionBrowser,
  audited,
  texts,
}) => {
  const bare = (name: string): string => new URL(audited.url(name)).host;
  for (const [place, each] of [seeing, extensionBrowser].entries()) {
    const name = `numbers-${place}`;
    const page = await openWorkspace(each, '#audits/new');
    const secure = audited.url('none-1').replace('http:', 'https:');
    const asked = [bare(name), secure, '127.0.0.1:1'];
    await startAudit(page, texts, asked, { concurrency: 3, seconds: 20, retries: 0 });
    await waitUntilDone(page, texts);
    expect((await storedEntries(page)).map(({ address, finalUrl, tries }) => [address, finalUrl, tries])).toEqual([
      [audited.url(name), audited.url(name), 1],
      [secure, null, 1],
      ['https://127.0.0.1:1/', null, 1],
    ]);
    expect((await storedEntries(page)).map(({ ending }) => ending?.state)).toEqual([
      'numbers',
      'unreachable',
      'unreachable',
    ]);
    expect([audited.requestCount(name), audited.requestCount('none-1')]).toEqual([1, 0]);
    await page.close();
  }
});

test('an audit of thirty sites gives each its outcome and its cause of failure', async ({ seeing, audited, texts }) => {
  const odd: Record<string, string> = {
    'none-1': 'none',
    'none-2': 'none',
    'login-1': 'barrier login',
    'error-1': 'barrier error-page',
    'broken-1': 'unreachable http 500',
    'away-1': 'redirected',
    'silent-1': 'unreachable timeout null',
  };
  const names = [...withNumbers(22), ...Object.keys(odd)];
  const page = await openWorkspace(seeing, '#audits/new');
  const refused = 'http://127.0.0.1:1/';
  await startAudit(page, texts, [...names.map(audited.url), refused], { concurrency: 6, seconds: 8, retries: 0 });
  await waitUntilDone(page, texts);
  const entries = await storedEntries(page);
  expect(describeOutcomes(entries)).toEqual([
    ...withNumbers(22).map(() => 'numbers'),
    ...Object.values(odd),
    'unreachable refused null',
  ]);
  expect(entries.slice(0, 22).map(({ numbers }) => numbers.map(({ number }) => number))).toEqual(
    withNumbers(22).map((_, place) => [filingOf(place)]),
  );
  for (const name of names) expect(audited.requestCount(name), name).toBe(name === 'numbers-0' ? 2 : 1);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '31');
  await expect(page.locator('.counts .numbers dd')).toHaveText('22');
  await expect(page.locator('.counts .unreachable dd')).toHaveText('3');
  expect(seeing.context.pages().filter((each) => each.url().includes('localhost'))).toEqual([]);
});

test('with the option on, an audit reads one further page of a site without a number', async ({
  seeing,
  audited,
  texts,
}) => {
  const names = ['contact-3', 'none-1', 'numbers-2'];
  for (const further of [false, true]) {
    const page = await openWorkspace(seeing, '#audits/new');
    if (further) await page.getByLabel(texts.text('workspace_option_further')).check();
    await startAudit(page, texts, names.map(audited.url), { retries: 0 });
    await waitUntilDone(page, texts);
    const entries = (await storedEntries(page)).filter(({ audit }) => page.url().includes(audit));
    expect(describeOutcomes(entries)).toEqual([further ? 'numbers' : 'none', 'none', 'numbers']);
    const found = [`${audited.url('contact-3')}contact`, null, null];
    expect(entries.map((entry) => entry.further)).toEqual(further ? found : [null, null, null]);
    expect(entries.map(({ finalUrl }) => finalUrl)).toEqual(names.map(audited.url));
    expect(entries[0]?.numbers.map(({ number }) => number)).toEqual(further ? [filingOf(3)] : []);
    await page.close();
  }
});

test('an audit without network access completes with less precise outcomes', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const page = await openWorkspace(freshBrowser, '#audits/new');
  const addresses = [audited.url('numbers-0'), audited.url('login-1'), 'http://127.0.0.1:1/'];
  await startAudit(page, texts, addresses, { retries: 0, seconds: 10 });
  await waitUntilDone(page, texts);
  expect(describeOutcomes(await storedEntries(page))).toEqual(['numbers', 'barrier login', 'unreachable network null']);
});

/** Checks that after an interruption each site has one outcome, and that finished sites were not requested again. */
async function expectWhole(page: Page, audited: AuditSites, names: string[], before: Entry[]): Promise<void> {
  const entries = await storedEntries(page);
  expect(describeOutcomes(entries)).toEqual(names.map(() => 'numbers'));
  expect(entries.map(({ numbers }) => numbers[0]?.number)).toEqual(names.map((_, place) => filingOf(place)));
  for (const [place, name] of names.entries()) {
    if (before[place]?.ending !== null) expect(audited.requestCount(name), `${name} had ended`).toBe(1);
  }
  const visits = await readStore<{ site: string }>(page, 'visits');
  expect(visits.map(({ site }) => site).sort()).toEqual(names.map((name) => new URL(audited.url(name)).host).sort());
  expect(await readStore(page, 'reports')).toHaveLength(names.length);
}

test('an audit continues without loss when the workspace is closed and opened again', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const names = withNumbers(12);
  audited.holdResponses(...names.slice(0, 5));
  const first = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(first, texts, names.map(audited.url), { concurrency: 3, seconds: 40 });
  await expect.poll(() => done(first)).toBe(5);
  await expect.poll(() => audited.requestCount('numbers-7')).toBe(1);
  const href = new URL(first.url()).hash;
  await first.close();
  const second = await openWorkspace(freshBrowser, href);
  const before = await storedEntries(second);
  expect(before.filter(({ ending }) => ending !== null)).toHaveLength(5);
  audited.releaseResponses();
  await waitUntilDone(second, texts);
  await expectWhole(second, audited, names, before);
  expect(freshBrowser.context.pages().filter((each) => each.url().includes('localhost'))).toEqual([]);
});

test('an audit continues without loss when the worker is stopped', async ({ freshBrowser, audited, texts }) => {
  const names = withNumbers(10);
  audited.holdResponses(...names.slice(0, 4));
  const page = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(page, texts, names.map(audited.url), { concurrency: 3, seconds: 40 });
  await expect.poll(() => done(page)).toBe(4);
  const before = await storedEntries(page);
  await freshBrowser.stopWorker();
  audited.releaseResponses();
  await waitUntilDone(page, texts);
  await expectWhole(page, audited, names, before);
  for (const name of names) expect(audited.requestCount(name)).toBe(1);
});

test('a paused audit opens no page, a resumed one continues, a cancelled one skips the rest', async ({
  freshBrowser,
  audited,
  texts: { text, ...texts },
}) => {
  const names = withNumbers(10);
  audited.holdResponses(...names.slice(0, 3));
  const page = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(page, { text, ...texts }, names.map(audited.url), { concurrency: 2, seconds: 40 });
  await expect.poll(() => done(page)).toBe(3);
  await page.getByRole('button', { name: text('workspace_pause') }).click();
  await expect(page.locator('.progress .state')).toHaveText(text('workspace_state_paused'));
  // The open tabs are closed, and their sites wait to be read again.
  await expect
    .poll(() => freshBrowser.context.pages().filter((each) => each.url().includes('localhost')).length)
    .toBe(0);
  audited.holdResponses('numbers-3');
  await page.getByRole('button', { name: text('workspace_resume') }).click();
  await expect.poll(() => done(page)).toBe(4);
  await page.getByRole('button', { name: text('workspace_cancel') }).click();
  await page.getByRole('button', { name: text('workspace_keep') }).click();
  await expect(page.locator('.progress .state')).toHaveText(text('workspace_state_running'));
  await page.getByRole('button', { name: text('workspace_cancel') }).click();
  await page
    .locator('.confirm')
    .getByRole('button', { name: text('workspace_cancel') })
    .click();
  await expect(page.locator('.counts .skipped dd')).toHaveText('6');
  await expect(page.locator('.progress .state')).toHaveText(text('workspace_state_cancelled'));
  expect(describeOutcomes(await storedEntries(page)).filter((each) => each === 'numbers')).toHaveLength(4);
});

test('of two workspaces one runs the audit, and the other says so and takes over', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const names = withNumbers(6);
  audited.holdResponses(...names.slice(0, 2));
  const first = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(first, texts, names.map(audited.url), { concurrency: 2, seconds: 40 });
  await expect.poll(() => done(first)).toBe(2);
  const second = await openWorkspace(freshBrowser, new URL(first.url()).hash);
  await expect(second.getByText(texts.text('workspace_works_elsewhere'))).toBeVisible();
  await expect(first.getByText(texts.text('workspace_stay_open'))).toBeVisible();
  audited.holdResponses('numbers-2');
  await first.close();
  await expect(second.getByText(texts.text('workspace_stay_open'))).toBeVisible();
  audited.releaseResponses();
  await waitUntilDone(second, texts);
  expect(describeOutcomes(await storedEntries(second))).toEqual(names.map(() => 'numbers'));
});

test('addresses come from open tabs and a bookmark folder, without pages of the browser', async ({
  seeing,
  audited,
  texts,
}) => {
  const { text } = texts;
  const page = await openWorkspace(seeing, '#audits/new');
  const field = page.getByLabel(text('workspace_addresses_label'));
  for (const name of ['numbers-0', 'numbers-1']) {
    const tab = await seeing.newPage();
    await tab.goto(audited.url(name));
  }
  await page.bringToFront();
  await page.getByRole('button', { name: text('workspace_source_tabs') }).click();
  await expect(field).toHaveValue(`${audited.url('numbers-0')}\n${audited.url('numbers-1')}`);
  await page.getByRole('button', { name: text('workspace_source_clear') }).click();

  await seeing.inWorker((worker) =>
    worker.evaluate(
      async (urls) => {
        const folder = await chrome.bookmarks.create({ title: 'Partners' });
        const inner = await chrome.bookmarks.create({ parentId: folder.id, title: 'South' });
        await chrome.bookmarks.create({ parentId: folder.id, title: 'a', url: urls[0] ?? '' });
        await chrome.bookmarks.create({ parentId: inner.id, title: 'b', url: urls[1] ?? '' });
        await chrome.bookmarks.create({ parentId: inner.id, title: 'c', url: 'chrome://version' });
      },
      [audited.url('numbers-2'), audited.url('numbers-3')],
    ),
  );
  await page.getByRole('button', { name: text('workspace_source_bookmarks') }).click();
  const folders = page.getByLabel(text('workspace_folder'));
  const [south] = await folders.locator('option', { hasText: 'South' }).allTextContents();
  expect(south).toMatch(/Partners \/ South \(1\)$/);
  await folders.selectOption({ label: south ?? '' });
  await page.getByRole('button', { name: text('workspace_folder_take') }).click();
  await expect(field).toHaveValue(audited.url('numbers-3'));
});

test('a full storage quota stops the audit, and it continues without loss once space is free', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const { text } = texts;
  const names = withNumbers(8);
  const old = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(old, texts, ['http://127.0.0.1:1/'], { retries: 0, name: 'old' });
  await waitUntilDone(old, texts);
  await old.close();
  audited.holdResponses(...names.slice(0, 3));
  const page = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(page, texts, names.map(audited.url), { concurrency: 2, seconds: 40 });
  const href = new URL(page.url()).hash;
  await expect.poll(() => done(page)).toBe(3);
  const ours = (entries: Entry[]): Entry[] => entries.filter(({ asked }) => asked.includes('localhost'));
  const before = ours(await storedEntries(page));
  // Chromium's own quota override does not affect writes while the browser remembers free space.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    addEventListener('room', () => {
      IDBObjectStore.prototype.put = put;
    });
  });
  audited.releaseResponses();
  await expect(page.getByRole('alert')).toContainText(text('workspace_full'));
  await expect(page.locator('.progress .state')).toHaveText(text('workspace_state_stopped'));
  expect(ours(await storedEntries(page)), 'what could not be kept waits again').toEqual(before);
  await page.evaluate(() => dispatchEvent(new Event('room')));
  await page
    .getByRole('alert')
    .getByRole('link', { name: text('workspace_audits') })
    .click();
  await page
    .locator('.lines li', { hasText: 'old' })
    .getByRole('button', { name: text('workspace_delete') })
    .click();
  await page
    .locator('.confirm')
    .getByRole('button', { name: text('workspace_delete') })
    .click();
  await page.goto(page.url().replace(/#.*/, href));
  // The paused state could not be stored either, so the audit continues by itself.
  await waitUntilDone(page, texts);
  await expectWhole(page, audited, names, before);
});
