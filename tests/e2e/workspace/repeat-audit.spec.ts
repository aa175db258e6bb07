/** Repeated and retried audits: what changed since the last time, and that nothing else changes. */
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import type { Entry } from '../../../lib/audits/entry.ts';
import { type AuditSites, filingOf, serveAuditSites } from '../../support/audit-sites.ts';
import { expect, test as shared } from '../../support/fixtures.ts';
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

const names = ['numbers-0', 'numbers-1', 'none-1', 'broken-2', 'login-1'];
const entriesOf = async (page: Page, audit: string): Promise<Entry[]> =>
  (await storedEntries(page)).filter((entry) => entry.audit === audit);

test('retry reads only unreachable sites again, and a repeated audit lists the changes', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const { text } = texts;
  const page = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(page, texts, names.map(audited.url), { retries: 0, seconds: 20, name: 'partners' });
  await expect(page.getByRole('button', { name: text('workspace_again') })).toHaveCount(0);
  await waitUntilDone(page, texts);
  await expect(page.locator('.change-summary'), 'nothing to compare with').toHaveCount(0);
  await expect(page.getByRole('button', { name: text('workspace_save_csv_changes') })).toHaveCount(0);
  const [first] = await readStore<BulkAudit>(page, 'audits');
  const before = await entriesOf(page, first?.id ?? '');
  const visits = await readStore(page, 'visits');

  audited.changeKind('broken-2', 'numbers');
  await page.getByRole('button', { name: text('workspace_retry', 1) }).click();
  await expect(page.locator('.counts .numbers dd')).toHaveText('3');
  await waitUntilDone(page, texts);
  expect(names.map(audited.requestCount)).toEqual([1, 1, 1, 2, 1]);
  const after = await entriesOf(page, first?.id ?? '');
  expect(after.filter((_, place) => place !== 3)).toEqual(before.filter((_, place) => place !== 3));
  expect(after[3]).toMatchObject({ ending: { state: 'numbers' }, tries: 1, numbers: [{ number: filingOf(2) }] });
  expect(await readStore(page, 'reports')).toHaveLength(names.length);
  expect(await readStore(page, 'visits')).toHaveLength(visits.length + 1);
  await expect(page.getByRole('button', { name: /^Try again|^重试/ })).toHaveCount(0);

  audited.changeKind('numbers-1', 'none');
  await page.getByRole('button', { name: text('workspace_again') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^partners .*(again|再次)/);
  await waitUntilDone(page, texts);
  const summary = page.locator('.change-summary');
  await expect(summary).toContainText(text('workspace_changed_sites', 1, 4));
  await expect(summary).toContainText(text('workspace_changed_others', 1));
  const audits = await readStore<BulkAudit>(page, 'audits');
  const again = audits.find(({ repeats }) => repeats === first?.id);
  expect(again).toMatchObject({ options: first?.options, size: names.length });
  const changes = (await entriesOf(page, again?.id ?? '')).map((entry) => entry.changes ?? null);
  expect(changes).toEqual([0, expect.any(Number), 0, 0, null]);

  const rows = page.locator('.grid-body [role=row]');
  await summary.getByRole('button', { name: text('workspace_changed_show') }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(text('workspace_change_count', changes[1] ?? 0));
  await page.getByRole('button', { name: text('workspace_filters_clear') }).click();
  const header = page.getByRole('columnheader', { name: text('workspace_column_changes') });
  await header.getByRole('button').click();
  await header.getByRole('button').click();
  await expect(rows.first(), 'what changed most comes first').toContainText(audited.url('numbers-1'));
  await expect(rows.last(), 'what cannot be told comes last').toContainText(audited.url('login-1'));

  const press = (name: string) => () => page.locator('.export').getByRole('button', { name, exact: true }).click();
  const csv = await saveFile(freshBrowser, press(text('workspace_save_csv_changes')));
  expect(csv.name).toMatch(/ changes\.csv$/);
  const [, number, ...others] = parse(csv.content, { bom: true }) as string[][];
  expect(number?.slice(0, 5)).toEqual([
    audited.url('numbers-1'),
    text('change_number_removed'),
    filingOf(1),
    filingOf(1),
    '',
  ]);
  expect(others.length + 1).toBe(changes[1]);
  const xlsx = await saveFile(freshBrowser, press(text('workspace_save_xlsx')));
  const sheets = await readXlsxFile(xlsx.content);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(
    (['report_sheet_sites', 'report_sheet_numbers', 'report_sheet_changes'] as const).map((key) => text(key)),
  );
  expect(sheets[2]?.data.slice(1).map((row) => row[2])).toEqual([number, ...others].map((row) => row?.[2]));

  await summary.getByRole('link', { name: text('workspace_audit_before') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('partners');
});

test('a cancelled audit can be resumed, cancelled again and completed', async ({ freshBrowser, audited, texts }) => {
  const { text } = texts;
  const page = await openWorkspace(freshBrowser, '#audits/new');
  const sites = Array.from({ length: 6 }, (_, place) => `numbers-${place}`);
  audited.holdResponses('numbers-0');
  const cancel = async (ended: number): Promise<void> => {
    await expect(page.locator('.counts .numbers dd')).toHaveText(`${ended}`);
    await page.getByRole('button', { name: text('workspace_cancel') }).click();
    await page
      .locator('.confirm')
      .getByRole('button', { name: text('workspace_cancel') })
      .click();
    await expect(page.locator('.counts .skipped dd')).toHaveText(`${sites.length - ended}`);
  };
  await startAudit(page, texts, sites.map(audited.url), { retries: 0, seconds: 40, concurrency: 1 });
  await cancel(1);
  audited.holdResponses('numbers-1', 'numbers-0');
  await page.getByRole('button', { name: text('workspace_retry', 5) }).click();
  await cancel(2);
  audited.releaseResponses();
  await page.getByRole('button', { name: text('workspace_retry', 4) }).click();
  await waitUntilDone(page, texts);
  const entries = await storedEntries(page);
  expect(entries.map(({ numbers }) => numbers[0]?.number)).toEqual(sites.map((_, place) => filingOf(place)));
  expect(audited.requestCount('numbers-0')).toBe(1);
  expect(await readStore(page, 'visits')).toHaveLength(sites.length);
});
