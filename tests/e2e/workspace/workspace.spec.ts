/** The workspace in the real browser: opening it, its input, its table, its files, the check of a text, and the history. */

import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import type { Entry } from '../../../lib/audits/entry.ts';
import type { SiteReport } from '../../../lib/checks/site-report.ts';
import { type AuditSites, filingOf, serveAuditSites } from '../../support/audit-sites.ts';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, test as shared } from '../../support/fixtures.ts';
import { servePages } from '../../support/serve-pages.ts';
import type { TextKey, Texts } from '../../support/texts.ts';
import {
  openWorkspace,
  readStore,
  saveFile,
  startAudit,
  storedEntries,
  waitUntilDone,
} from '../../support/workspace-page.ts';

const test = shared.extend<{ audited: AuditSites }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
  audited: async ({}, use) => {
    const sites = await serveAuditSites();
    await use(sites);
    await sites.close();
  },
});

test('the popup opens the workspace', async ({ extensionBrowser, page, sites, texts }) => {
  await page.goto(sites('bakery'));
  const popup = await extensionBrowser.openPopup(page);
  const opened = extensionBrowser.context.waitForEvent('page');
  await popup.getByRole('button', { name: texts.text('workspace_open') }).click();
  const workspace = await opened;
  await expect(workspace.getByRole('heading', { level: 1 })).toHaveText(texts.text('workspace_audits'));
  await workspace.close();
});

test('the sections of the workspace are links for the keyboard, and Back works', async ({
  extensionBrowser,
  texts: { text },
}) => {
  const page = await openWorkspace(extensionBrowser);
  const link = (section: TextKey) => page.getByRole('navigation').getByRole('link', { name: text(section) });
  for (const section of ['workspace_audits', 'workspace_check', 'workspace_history', 'workspace_settings'] as const) {
    await page.keyboard.press('Tab');
    await expect(link(section)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text(section));
    await link(section).focus();
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('workspace_history'));
  await page.close();
});

test('a new audit names the column read of a table, and can read another', async ({
  extensionBrowser,
  texts: { text },
}) => {
  const page = await openWorkspace(extensionBrowser, '#audits/new');
  const field = page.getByLabel(text('workspace_addresses_label'));
  const choice = page.getByLabel(text('workspace_column_other'));
  const column = (place: number, name: string): string => text('workspace_column_named', place, name);
  await field.fill('来源,公司,官网\nhttps://x.com/1,甲,a.cn\nhttps://x.com/2,乙,a.cn');
  await expect(page.locator('.column-choice [role=status]')).toHaveText(
    text('workspace_column_read', column(3, '官网')),
  );
  await expect(page.locator('.understood')).toContainText(text('workspace_understood', 1));
  await expect(choice.locator('option')).toHaveText([column(1, '来源'), column(3, '官网')]);
  await choice.selectOption(column(1, '来源'));
  await expect(page.locator('.column-choice [role=status]')).toHaveText(
    text('workspace_column_read', column(1, '来源')),
  );
  await expect(page.locator('.understood')).toContainText(text('workspace_understood', 2));
  await field.pressSequentially('\nhttps://x.com/3,丙,c.cn');
  await expect(page.locator('.understood')).toContainText(text('workspace_understood', 3));
  await expect(choice).toHaveValue('0');
  // The input is unchanged.
  await page.getByRole('link', { name: text('workspace_history'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('workspace_history'));
  await page.goBack();
  await expect(choice).toHaveValue('0');
  // Another table has other columns.
  await field.fill('网址,来源\na.cn,b.cn\nc.cn,d.cn');
  await expect(page.locator('.column-choice [role=status]')).toHaveText(
    text('workspace_column_read', column(1, '网址')),
  );
  await field.fill('a.cn');
  await expect(page.locator('.column-choice')).toHaveCount(0);
  await page.close();
});

test('a new audit summarises the addresses of a text, and names invalid lines', async ({
  extensionBrowser,
  texts: { text },
}) => {
  const page = await openWorkspace(extensionBrowser, '#audits/new');
  const start = page.locator('button[type=submit]');
  await expect(start).toBeDisabled();
  const field = page.getByLabel(text('workspace_addresses_label'));
  await field.fill('a.cn\n\nhello there\nhttps://a.cn\nftp://b.cn/\nhttps://user:secret@c.cn/\n例子.中国');
  await expect(page.locator('.understood')).toContainText(text('workspace_understood', 2));
  await expect(page.locator('.understood')).toContainText(text('workspace_duplicates', 1));
  await page.getByText(text('workspace_rubbish_show')).click();
  await expect(page.locator('.understood li:visible')).toHaveText([
    `${text('workspace_line', 3)} hello there ${text('workspace_fault_no_address')}`,
    `${text('workspace_line', 5)} ftp://b.cn/ ${text('workspace_fault_scheme')}`,
    `${text('workspace_line', 6)} https://user:secret@c.cn/ ${text('workspace_fault_password')}`,
  ]);
  await expect(start).toHaveText(text('workspace_start', 2));
  await field.fill('nothing here');
  await expect(start).toBeDisabled();
  // A file in the encoding of Chinese spreadsheets: 网址 and 中国.cn in GB 18030.
  await field.fill('');
  const table = Buffer.from([
    ...Buffer.from('a,'),
    0xcd,
    0xf8,
    0xd6,
    0xb7,
    ...Buffer.from('\r\n1,'),
    0xd6,
    0xd0,
    0xb9,
    0xfa,
    ...Buffer.from('.cn\r\n'),
  ]);
  await page.locator('input[type=file]').setInputFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer: table });
  await expect(field).toHaveValue(/中国\.cn/);
  await expect(start).toHaveText(text('workspace_start', 1));
  // After invalid input, the field shows its earlier value.
  const concurrency = page.getByLabel(text('workspace_option_lanes'));
  await concurrency.fill('99');
  await concurrency.blur();
  await expect(concurrency).toHaveValue('3');
  await page.close();
});

/** Runs an audit of six sites, three of them of one holder, and returns its page. */
async function sixSites(extensionBrowser: ExtensionBrowser, sites: AuditSites, texts: Texts): Promise<Page> {
  const page = await openWorkspace(extensionBrowser, '#audits/new');
  const names = ['numbers-0', 'numbers-1', 'numbers-5', 'numbers-10', 'none-1', 'numbers-2'];
  await startAudit(page, texts, names.map(sites.url), {
    concurrency: 3,
    seconds: 20,
    retries: 0,
    name: 'partners: a/b',
  });
  await waitUntilDone(page, texts);
  return page;
}

test('the table supports keys, sorting, filters, columns, groups and detail', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const { text } = texts;
  const page = await sixSites(freshBrowser, audited, texts);
  const rows = page.locator('.grid-body [role=row]');
  const focused = page.locator('.grid-body [role=row]:focus');
  await expect(rows).toHaveCount(6);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '7');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('aria-rowindex', '3');
  await page.keyboard.press(' ');
  await expect(focused).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('aria-rowindex', '7');
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
  // The second key comes when the change of the first is rendered, but its effects have not run yet.
  await focused.evaluate(async (row) => {
    for (const key of [' ', 'End']) {
      row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await Promise.resolve().then(() => {});
    }
  });
  await expect(focused).toHaveAttribute('aria-rowindex', '7');
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await expect(page.locator('.grid-body [role=row][aria-selected=true]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('article')).toContainText(filingOf(0));
  await expect(page.getByRole('dialog')).toContainText(text('workspace_first_report'));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(focused).toHaveAttribute('aria-rowindex', '2');

  const number = page.getByRole('columnheader', { name: text('column_numbers') });
  await number.getByRole('button').click();
  await expect(number).toHaveAttribute('aria-sort', 'ascending');
  await number.getByRole('button').click();
  await expect(number).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText(filingOf(2));
  await expect(rows.last(), 'what has none is last either way').toContainText(text('ending_none'));

  await page.getByPlaceholder(text('workspace_search')).fill('2021018370');
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: text('workspace_filters_clear') }).click();
  await page.locator('.filters summary', { hasText: text('column_ending') }).click();
  await page.getByLabel(text('ending_none')).check();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: text('workspace_filters_clear') }).click();

  await page.getByLabel(text('workspace_group')).check();
  await expect(rows.first()).toHaveText(text('workspace_holder', '京ICP备2021018370号', 3));
  await expect(page.locator('.holder')).toHaveText([
    text('workspace_holder', '京ICP备2021018370号', 3),
    text('workspace_holder_single', 2),
    text('workspace_holder_none', 1),
  ]);
  await page.locator('.menu summary', { hasText: text('workspace_columns') }).click();
  await page.getByRole('checkbox', { name: text('column_tries') }).check();
  await expect(page.getByRole('columnheader', { name: text('column_tries') })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByText(text('workspace_view_charts')).click();
  const provinces = page.getByRole('table', { name: text('workspace_chart_provinces') });
  await expect(provinces.getByRole('row').last()).toHaveText(/\D5$/);
  await page
    .getByRole('table', { name: text('workspace_chart_endings') })
    .getByRole('button', { name: text('ending_none') })
    .click();
  await expect(page.locator('.grid-body [aria-selected]')).toHaveCount(1);
});

test('inputs and choices are kept after a visit to another section', async ({ freshBrowser, audited, texts }) => {
  const { text } = texts;
  const page = await openWorkspace(freshBrowser, '#audits/new');
  const field = page.getByLabel(text('workspace_addresses_label'));
  const visit = async (section: TextKey): Promise<void> => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: text(section) })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text(section));
    await page.goBack();
  };
  await field.fill('a.cn\nb.cn');
  await page.locator('input[type=file]').setInputFiles({
    name: 'more.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('url\nc.cn\nd.cn\ne.cn\n'),
  });
  await page.getByLabel(text('workspace_option_name')).fill('partners');
  await page.getByLabel(text('workspace_option_lanes')).fill('5');
  await page.getByLabel(text('workspace_option_lanes')).blur();
  await expect(page.locator('button[type=submit]')).toHaveText(text('workspace_start', 5));
  await visit('workspace_history');
  await expect(field).toHaveValue(/a\.cn\nb\.cn/);
  await expect(page.getByLabel(text('workspace_option_name'))).toHaveValue('partners');
  await expect(page.getByLabel(text('workspace_option_lanes'))).toHaveValue('5');
  await expect(page.locator('button[type=submit]')).toHaveText(text('workspace_start', 5));

  await page.reload();
  await startAudit(page, texts, [audited.url('numbers-0')], { retries: 0 });
  await waitUntilDone(page, texts);
  await page.locator('.menu summary', { hasText: text('workspace_columns') }).click();
  await page.getByRole('checkbox', { name: text('column_tries') }).check();
  await page.getByRole('checkbox', { name: text('column_province') }).uncheck();
  const heads = page.getByRole('columnheader');
  await expect(heads.filter({ hasText: text('column_tries') })).toHaveCount(1);
  const shown = await heads.allTextContents();
  await page.keyboard.press('Escape');
  await visit('workspace_settings');
  await expect(heads).toHaveText(shown);
  // A started audit leaves no input for the next one.
  await page.goto(page.url().replace(/#.*/, '#audits/new'));
  await expect(field).toHaveValue('');
  await page.goBack();
  await page.reload();
  await expect(heads).toHaveText(shown);
});

test('other programs read the saved files, and saved JSON is imported unchanged', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const { text } = texts;
  const page = await sixSites(freshBrowser, audited, texts);
  const press = (name: string) => () => page.locator('.export').getByRole('button', { name, exact: true }).click();
  const wanted = ['numbers-0', 'numbers-1', 'numbers-5', 'numbers-10', 'none-1', 'numbers-2'].map(audited.url);

  const csv = await saveFile(freshBrowser, press(text('workspace_save_csv_sites')));
  expect(csv.name).toMatch(/^partners a b \d{4}-\d\d-\d\d sites\.csv$/);
  const rows: string[][] = parse(csv.content, { bom: true });
  expect(rows.slice(1).map((row) => row[1])).toEqual(wanted);
  const numbers = await saveFile(freshBrowser, press(text('workspace_save_csv_numbers')));
  const numberRows: string[][] = parse(numbers.content, { bom: true });
  expect(numberRows.slice(1).map((row) => row[3])).toEqual([0, 1, 5, 10, 2].map(filingOf));
  const xlsx = await saveFile(freshBrowser, press(text('workspace_save_xlsx')));
  const sheet = await readSheet(xlsx.content);
  expect(sheet.slice(1).map((row) => row[1])).toEqual(wanted);

  await page.locator('.grid-body [role=row] input').first().check();
  const evidence = await saveFile(freshBrowser, press(text('workspace_save_evidence')));
  expect(evidence.content.toString()).toContain(filingOf(0));
  expect(evidence.content.toString()).not.toContain(filingOf(1));
  await page.locator('.grid-body [role=row] input').first().uncheck();

  const json = await saveFile(freshBrowser, press(text('workspace_save_json')));
  const before = await storedEntries(page);
  const reportsBefore = await readStore<SiteReport>(page, 'reports');
  await page.goto(page.url().replace(/#.*/, '#audits'));
  await page.locator('.lines').getByRole('button').click();
  await page
    .locator('.confirm')
    .getByRole('button', { name: text('workspace_delete') })
    .click();
  await expect(page.getByText(text('workspace_audits_none'))).toBeVisible();
  expect(await storedEntries(page)).toEqual([]);
  expect(await readStore(page, 'reports')).toEqual([]);

  const file = page.locator('input[type=file]');
  const take = (content: Buffer | string) =>
    file.setInputFiles({ name: 'audit.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const why = page.getByRole('alert');
  await take('{');
  await expect(why).toContainText(text('report_import_not_json'));
  await take('{"format":"other"}');
  await expect(why).toContainText(text('report_import_other_format'));
  await take(json.content.toString().replace('"tries":1', '"tries":"one"'));
  await expect(why).toContainText('entries[0].tries');
  expect(await storedEntries(page)).toEqual([]);
  await take(json.content);
  await page.getByRole('link', { name: 'partners: a/b' }).click();
  await expect(page.locator('.counts .numbers dd')).toHaveText('5');
  const [audit] = await readStore<BulkAudit>(page, 'audits');
  const withoutName = (entries: Entry[]) => entries.map((entry) => ({ ...entry, audit: '' }));
  expect(withoutName(await storedEntries(page))).toEqual(withoutName(before));
  expect(await readStore<SiteReport>(page, 'reports')).toEqual(reportsBefore);
  expect(audit).toMatchObject({ name: 'partners: a/b', state: 'done', size: 6 });
});

test('a table of a hundred thousand sites draws only the rows in sight, from first to last', async ({
  freshBrowser,
}) => {
  const page = await openWorkspace(freshBrowser);
  const size = 100_000;
  await page.evaluate(
    (size) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('icp-lens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['audits', 'entries'], 'readwrite');
          const createdAt = '2026-11-22T08:00:00.000Z';
          const options = { concurrency: 3, limitMs: 30_000, retries: 1, lookFurther: false };
          writing.objectStore('audits').put({ id: 'many', name: 'many', createdAt, state: 'done', options, size });
          for (let place = 0; place < size; place++) {
            const asked = `site-${place}.example.cn`;
            const rest = { tries: 1, finalUrl: null, further: null, numbers: [], worst: null, answers: [] };
            const ended = { ending: { state: 'none' }, readAt: createdAt };
            writing
              .objectStore('entries')
              .put({ audit: 'many', place, asked, address: `https://${asked}/`, ...rest, ...ended });
          }
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    size,
  );
  await page.goto(page.url().replace(/#.*|$/, '#audits/many'));
  const rows = page.locator('.grid-body [role=row]');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(size + 1));
  await rows.first().focus();
  await page.keyboard.press('End');
  const focused = page.locator('.grid-body [role=row]:focus');
  await expect(focused).toContainText(`site-${size - 1}.example.cn`);
  await expect(focused).toBeInViewport();
  expect(await rows.count()).toBeLessThan(100);
  await page.getByRole('searchbox').fill(`site-${size - 2}.`);
  await expect(rows).toHaveCount(1);
});

test('the check of a text marks, reads and judges every number without a request', async ({
  extensionBrowser,
  texts,
}) => {
  const { text } = texts;
  const page = await openWorkspace(extensionBrowser, '#check');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const field = page.getByLabel(text('workspace_check_label'));
  await field.fill(
    '<img src=x onerror=alert(1)> 甲方沪ICP备2024099014号-2，乙方川ICP备09150084号；京公网安备11010802020134号',
  );
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.locator('mark')).toHaveText([
    '沪ICP备2024099014号-21',
    '川ICP备09150084号2',
    '京公网安备11010802020134号3',
  ]);
  await expect(page.locator('.marked')).toContainText('<img src=x onerror=alert(1)> 甲方');
  await expect(page.getByRole('article').nth(1)).toContainText(text('status_suspect'));
  await field.fill('no number in here, call 400-820-8820');
  await expect(page.getByText(text('workspace_check_none'))).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  expect(requests).toEqual([]);
  await page.close();
});

test('history is off until switched on, then keeps changed visits, which can be deleted', async ({
  freshBrowser,
  texts: { text },
}) => {
  const pages = { '/': `<!doctype html><meta charset="utf-8"><footer>${filingOf(0)}</footer>` };
  const server = await servePages(pages);
  const { host } = new URL(server.url);
  try {
    const visit = async (): Promise<void> => {
      const page = await freshBrowser.newPage();
      await page.goto(server.url);
      await expect.poll(async () => (await freshBrowser.report(page))?.state).toBe('done');
      await page.close();
    };
    await visit();
    const page = await openWorkspace(freshBrowser, '#settings');
    expect(await readStore(page, 'visits')).toEqual([]);
    const keep = page.getByRole('switch', { name: text('workspace_keep_visits') });
    await expect(keep).not.toBeChecked();
    await keep.check();
    await expect(page.getByText(text('workspace_room'), { exact: true })).toBeVisible();
    await page.reload();
    await expect(keep).toBeChecked();

    const visits = () => readStore(page, 'visits');
    await visit();
    await expect.poll(async () => (await visits()).length).toBe(1);
    await visit();
    pages['/'] = `<!doctype html><meta charset="utf-8"><footer>${filingOf(1)}</footer>`;
    await visit();
    await expect.poll(async () => (await visits()).length, 'the one in between changed nothing').toBe(2);

    await page.goto(page.url().replace(/#.*/, '#history'));
    await page.getByRole('link', { name: host }).click();
    await expect(page.locator('.timeline > ol > li')).toHaveCount(2);
    await expect(page.locator('.changes').first()).toContainText(filingOf(1));
    await expect(page.locator('.changes').first()).toContainText(filingOf(0));
    const newest = page.locator('.timeline > ol > li').first();
    await newest.getByText(text('workspace_show_report')).click();
    const share = await newest
      .locator('.report')
      .evaluate((report) => report.clientWidth / (report.closest('li')?.clientWidth ?? Number.NaN));
    expect(share, 'a report has the whole width').toBeGreaterThan(0.9);
    await page.locator('.timeline > ol > li').last().getByText(text('workspace_delete'), { exact: true }).click();
    await page
      .locator('.confirm')
      .getByRole('button', { name: text('workspace_delete') })
      .click();
    await expect(page.locator('.timeline > ol > li')).toHaveCount(1);
    await page
      .getByRole('link', { name: text('workspace_history') })
      .last()
      .click();
    await page.getByRole('button', { name: text('workspace_delete_all') }).click();
    await page
      .locator('.confirm')
      .getByRole('button', { name: text('workspace_delete') })
      .click();
    await expect(page.getByText(text('workspace_history_none'))).toBeVisible();
    expect(await visits()).toEqual([]);
  } finally {
    await server.close();
  }
});
