import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryFolder } from '../../cli/browser/temporary-folder.ts';
import type { Entry } from '../../lib/audits/entry.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { expect } from './fixtures.ts';
import type { Texts } from './texts.ts';

/** Opens a part of the workspace in a tab of its own: `#audits/new`. */
export async function openWorkspace(
  extensionBrowser: Pick<ExtensionBrowser, 'context' | 'extensionId'>,
  route = '',
): Promise<Page> {
  const page = await extensionBrowser.context.newPage();
  await page.goto(`chrome-extension://${extensionBrowser.extensionId}/workspace.html${route}`);
  await expect(page.locator('h1')).toBeVisible();
  return page;
}

/** The options of a new audit. Omitted options keep their defaults. */
export type NewAuditOptions = { concurrency?: number; seconds?: number; retries?: number; name?: string };

/** Fills in a new audit and starts it. */
export async function startAudit(
  page: Page,
  { text }: Texts,
  addresses: readonly string[],
  { concurrency, seconds, retries, name }: NewAuditOptions = {},
): Promise<void> {
  await page.getByLabel(text('workspace_addresses_label')).fill(addresses.join('\n'));
  const fields = [
    [text('workspace_option_name'), name],
    [text('workspace_option_lanes'), concurrency],
    [text('workspace_option_limit'), seconds],
    [text('workspace_option_retries'), retries],
  ] as const;
  for (const [label, value] of fields) {
    if (value !== undefined) await page.getByLabel(label, { exact: false }).fill(String(value));
  }
  await page
    .getByRole('button', { name: text('workspace_start', addresses.length.toLocaleString(text('language'))) })
    .click();
  await expect(page.getByRole('progressbar')).toBeVisible();
}

/** Waits until the audit that a page shows is done. */
export async function waitUntilDone(page: Page, { text }: Texts): Promise<void> {
  await expect(page.locator('.progress').getByText(text('workspace_state_done'), { exact: true })).toBeVisible({
    timeout: 45_000,
  });
}

/** The entries that the store holds, by audit and place. */
export async function storedEntries(page: Page): Promise<Entry[]> {
  return readStore<Entry>(page, 'entries');
}

/** The object stores that tests read. */
export type Store = 'audits' | 'entries' | 'reports' | 'visits';

/** All values of an object store of the extension's database. */
export async function readStore<Value>(page: Page, store: Store): Promise<Value[]> {
  return (await page.evaluate(readStoreInPage, store)) as Value[];
}

/** The same as `readStore`, to be run in a page of the extension. */
export function readStoreInPage(store: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('icp-lens');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction(store).objectStore(store).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result);
      };
    };
  });
}

/** The outcomes of entries as short texts: `unreachable http 500`. */
export function describeOutcomes(entries: readonly Entry[]): string[] {
  return entries.map(({ ending }) => {
    if (ending === null) return 'waiting';
    if (ending.state === 'unreachable') return `${ending.state} ${ending.cause} ${ending.status}`;
    if (ending.state === 'barrier') return `${ending.state} ${ending.barrier}`;
    return ending.state;
  });
}

/** A file that a page saved. */
export type SavedFile = { name: string; content: Buffer };

/** Runs an action that saves a file, and returns the file. */
export async function saveFile(
  extensionBrowser: Pick<ExtensionBrowser, 'context'>,
  act: () => Promise<void>,
): Promise<SavedFile> {
  const session = await extensionBrowser.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('Chromium gave no connection to itself.');
  const folder = temporaryFolder('saved');
  let name = '';
  const done = new Promise<void>((resolve, reject) => {
    session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => {
      name = suggestedFilename;
    });
    session.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') resolve();
      if (state === 'canceled') reject(new Error('The browser did not save the file.'));
    });
  });
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
  await act();
  await done;
  await session.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: false });
  await session.detach();
  return { name, content: readFileSync(join(folder, name)) };
}
