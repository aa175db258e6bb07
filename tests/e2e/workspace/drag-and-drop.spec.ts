/** Addresses dropped onto the workspace, with the browser's real drag and drop and its default actions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { temporaryFolder } from '../../../cli/browser/temporary-folder.ts';
import { expect, test as shared } from '../../support/fixtures.ts';
import { openWorkspace } from '../../support/workspace-page.ts';

const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p><DT><A HREF="https://c.cn/?a=1&amp;b=2">C</A></DL>`;

/** Writes files to a temporary folder and returns their paths. */
function write(files: Record<string, string | Buffer>): string[] {
  const folder = temporaryFolder('dropped');
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

/** The dragged data: paths of files, or texts by type. */
type Dragged = { files?: string[]; items?: Record<string, string> };

/** Drags data from outside the browser onto an element and drops it. */
async function drop(onto: Locator, { files = [], items = {} }: Dragged): Promise<void> {
  const page = onto.page();
  const box = await onto.boundingBox();
  if (box === null) throw new Error('There is nothing to drop onto.');
  const session = await page.context().newCDPSession(page);
  const data = {
    items: Object.entries(items).map(([mimeType, data]) => ({ mimeType, data })),
    files,
    dragOperationsMask: 1,
  };
  const place = { x: box.x + Math.min(40, box.width / 2), y: box.y + Math.min(10, box.height / 2) };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, data, ...place });
  }
  await session.detach();
}

const test = shared.extend<{ workspace: Page; field: Locator }>({
  workspace: async ({ extensionBrowser }, use) => {
    const page = await openWorkspace(extensionBrowser, '#audits/new');
    await use(page);
    await page.close();
  },
  field: async ({ workspace, texts }, use) => {
    await use(workspace.getByLabel(texts.text('workspace_addresses_label')));
  },
});

test('addresses of a dropped text file, a table and bookmarks are added one after another', async ({
  workspace,
  field,
  texts: { text },
}) => {
  const [list = '', table = '', exported = ''] = write({
    'list.txt': 'a.cn\nhttps://b.cn/\n',
    'partners.csv': 'name,site\n甲,d.cn\n乙,e.cn\n',
    'bookmarks.html': bookmarks,
  });
  await drop(field, { files: [exported] });
  await expect(field).toHaveValue(bookmarks);
  await expect(workspace.getByText(text('workspace_source_file', 'bookmarks.html'))).toBeVisible();
  await drop(field, { files: [list] });
  await expect(field).toHaveValue('https://c.cn/?a=1&b=2\na.cn\nhttps://b.cn/');
  await drop(field, { files: [table] });
  await expect(field).toHaveValue('https://c.cn/?a=1&b=2\na.cn\nhttps://b.cn/\nd.cn\ne.cn');
  await expect(workspace.locator('button[type=submit]')).toHaveText(text('workspace_start', 5));
});

test('addresses of several dropped files are read, and a folder is named as unreadable', async ({
  workspace,
  field,
  texts: { text },
}) => {
  const files = write({ 'list.txt': 'a.cn', 'partners.csv': 'name,site\n甲,d.cn\n乙,e.cn\n', 'b.html': bookmarks });
  const folder = temporaryFolder('partners');
  await drop(field, { files: [...files, folder] });
  await expect(field).toHaveValue('a.cn\nd.cn\ne.cn\nhttps://c.cn/?a=1&b=2');
  await expect(workspace.getByRole('status').filter({ hasText: 'list.txt' })).toContainText(
    text('workspace_source_file', 'list.txt, partners.csv, b.html'),
  );
  const [name = ''] = folder.split(/[\\/]/).slice(-1);
  await expect(workspace.getByText(text('workspace_source_unreadable', name))).toBeVisible();
});

test('a dropped link or text is added below the addresses, wherever it is dropped', async ({ workspace, field }) => {
  await field.fill('a.cn');
  await drop(field, { items: { 'text/uri-list': 'https://b.cn/x', 'text/plain': 'https://b.cn/x' } });
  await expect(field).toHaveValue('a.cn\nhttps://b.cn/x');
  await drop(workspace.locator('h1'), { items: { 'text/uri-list': 'https://c.cn/' } });
  await expect(field).toHaveValue('a.cn\nhttps://b.cn/x\nhttps://c.cn/');
  await drop(workspace.locator('h1'), { items: { 'text/plain': 'd.cn\ne.cn' } });
  await expect(field).toHaveValue('a.cn\nhttps://b.cn/x\nhttps://c.cn/\nd.cn\ne.cn');
});

test('a file dropped beside the field is read, and a text dropped on another field stays there', async ({
  workspace,
  field,
  texts: { text },
}) => {
  const [list = ''] = write({ 'list.txt': 'a.cn' });
  await drop(workspace.locator('h1'), { files: [list] });
  await expect(field).toHaveValue('a.cn');
  // The parsed result appears above the other field, which does not move after that.
  await expect(workspace.getByRole('button', { name: text('workspace_start', 1), exact: true })).toBeEnabled();
  const name = workspace.getByLabel(text('workspace_option_name'));
  await drop(name, { items: { 'text/plain': 'Partners' } });
  await expect(name).toHaveValue('Partners');
  await expect(field).toHaveValue('a.cn');
});

test('a drop on other parts of the workspace does not navigate away', async ({ workspace, extensionBrowser }) => {
  const [list = ''] = write({ 'list.txt': 'a.cn' });
  for (const route of ['#audits', '#check', '#settings']) {
    await workspace.goto(workspace.url().replace(/#.*/, route));
    const { length } = extensionBrowser.context.pages();
    await drop(workspace.locator('h1'), { files: [list] });
    await drop(workspace.locator('h1'), { items: { 'text/uri-list': 'http://127.0.0.1:1/' } });
    // The browser's default action would be done before this resolves.
    await expect(workspace.locator('h1')).toBeVisible();
    expect(new URL(workspace.url()).hash).toBe(route);
    expect(extensionBrowser.context.pages()).toHaveLength(length);
  }
});
