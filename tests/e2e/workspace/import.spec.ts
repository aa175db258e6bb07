/** Imports of edited files: the browser never opens anything but pages of the web. */
import type { Page } from '@playwright/test';
import type { BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import { type Entry, newEntry } from '../../../lib/audits/entry.ts';
import { type AuditSites, serveAuditSites } from '../../support/audit-sites.ts';
import { expect, test as shared } from '../../support/fixtures.ts';
import { openWorkspace, readStore, storedEntries, waitUntilDone } from '../../support/workspace-page.ts';

const test = shared.extend<{ audited: AuditSites }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
  audited: async ({}, use) => {
    const sites = await serveAuditSites();
    await use(sites);
    await sites.close();
  },
});

const audit: BulkAudit = {
  id: 'edited',
  name: 'edited',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'paused',
  options: { concurrency: 2, limitMs: 20_000, retries: 0, lookFurther: false },
  size: 0,
};

const forbidden = (extensionId: string): string[] => [
  'javascript:alert(1)',
  'chrome://version/',
  'file:///etc/hostname',
  `chrome-extension://${extensionId}/popup.html`,
  'data:text/html,1',
];

function documentOf(addresses: readonly string[], options: Partial<BulkAudit['options']> = {}): string {
  const entries = addresses.map((address, place) => newEntry(audit.id, place, address, address));
  return JSON.stringify({
    format: 'icp-lens-audit',
    version: 2,
    exportedAt: audit.createdAt,
    tool: { name: 'ICP Lens', version: '0.1.0' },
    audit: { ...audit, size: entries.length, options: { ...audit.options, ...options } },
    entries,
    reports: [],
  });
}

/** Stores a paused audit, as an import did before imports checked addresses. */
async function keep(page: Page, addresses: readonly string[]): Promise<void> {
  const entries = addresses.map((address, place) => newEntry(audit.id, place, address, address));
  await page.evaluate(
    ({ audit, entries }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('icp-lens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['audits', 'entries'], 'readwrite');
          writing.objectStore('audits').put(audit);
          for (const entry of entries) writing.objectStore('entries').put(entry);
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { audit: { ...audit, size: entries.length }, entries },
  );
}

test('an edited file is refused, and the page says which value is wrong and what is expected', async ({
  freshBrowser,
  texts,
}) => {
  const page = await openWorkspace(freshBrowser);
  const take = (content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'audit.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const why = page.getByRole('alert').filter({ hasText: texts.text('workspace_file_import_failed') });
  for (const address of forbidden(freshBrowser.extensionId)) {
    await take(documentOf(['https://www.example.cn/', address]));
    await expect(why).toContainText(texts.text('report_import_invalid', 'entries[1].address', 'http://… / https://…'));
    await page.getByRole('button', { name: texts.text('workspace_close') }).click();
  }
  await take(documentOf(['https://www.example.cn/'], { limitMs: 10 ** 12 }));
  await expect(why).toContainText(texts.text('report_import_invalid', 'audit.options.limitMs', '≤ 600000'));
  expect(await storedEntries(page)).toEqual([]);
  expect(await readStore(page, 'audits')).toEqual([]);
});

test('an audit with other than web addresses opens only web pages, and completes', async ({
  freshBrowser,
  audited,
  texts,
}) => {
  const page = await openWorkspace(freshBrowser);
  await keep(page, [...forbidden(freshBrowser.extensionId), audited.url('numbers-0')]);
  await page.reload();
  await page.getByRole('link', { name: 'edited' }).click();
  const opened: string[] = [];
  freshBrowser.context.on('page', (tab) => opened.push(tab.url()));
  await page.getByRole('button', { name: texts.text('workspace_resume') }).click();
  await waitUntilDone(page, texts);
  const endings = (entries: Entry[]): (string | undefined)[] => entries.map(({ ending }) => ending?.state);
  expect(endings(await storedEntries(page))).toEqual([...forbidden('').map(() => 'blocked'), 'numbers']);
  expect(opened).toHaveLength(1);
  await expect(page.locator('.trouble .banner')).toHaveCount(0);
});
