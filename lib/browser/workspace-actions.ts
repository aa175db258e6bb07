/** Functions of the browser for the workspace: opening it, addresses of open tabs and bookmarks, files, storage quota. */
import type { Bookmarks } from 'webextension-polyfill';
import type { BookmarkFolder, TabScope } from '../audits/api/address-sources.ts';
import type { StorageQuota } from '../audits/api/storage-quota.ts';
import { browser } from './browser.ts';

/** The page of the workspace in the built extension. */
const workspacePage = '/workspace.html';

/**
 * Opens the workspace in a new tab. From a private window, opens it in a normal window if there is one, because a private window
 * stores nothing.
 */
export async function openWorkspace(): Promise<void> {
  const url = browser.runtime.getURL(workspacePage);
  const windowId = (await browser.windows.getCurrent()).incognito ? await normalWindow() : null;
  if (windowId === null) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.create({ url, windowId });
  await browser.windows.update(windowId, { focused: true });
}

/** The id of a window that is not private; null where there is none. */
async function normalWindow(): Promise<number | null> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  return windows.find(({ incognito }) => !incognito)?.id ?? null;
}

/**
 * The addresses of open web pages, in the order of their tabs. Requests the permission `tabs` where it is missing. To be called
 * straight from a click. Null: the user refused.
 */
export async function readOpenTabs(scope: TabScope): Promise<string[] | null> {
  if (!(await browser.permissions.request({ permissions: ['tabs'] }))) return null;
  const tabs = await browser.tabs.query(scope === 'window' ? { currentWindow: true } : {});
  const { inIncognitoContext: isPrivate } = browser.extension;
  return tabs.flatMap(({ url, incognito }) =>
    url !== undefined && isWeb(url) && (isPrivate || !incognito) ? [url] : [],
  );
}

/** The folders of bookmarks. Requests the permission `bookmarks` where it is missing. To be called straight from a click. Null: the user refused. */
export async function readBookmarkFolders(): Promise<BookmarkFolder[] | null> {
  if (!(await browser.permissions.request({ permissions: ['bookmarks'] }))) return null;
  const [root] = await browser.bookmarks.getTree();
  return root === undefined ? [] : foldersOf(root, []);
}

function foldersOf(node: Bookmarks.BookmarkTreeNode, above: readonly string[]): BookmarkFolder[] {
  const { id, title, children = [] } = node;
  // The root has no title.
  const path = title === '' ? [...above] : [...above, title];
  const addresses = addressesOf(node);
  const folders = children.filter((child) => child.url === undefined).flatMap((child) => foldersOf(child, path));
  return addresses.length === 0 || path.length === 0 ? folders : [{ id, path, addresses }, ...folders];
}

function addressesOf({ url, children = [] }: Bookmarks.BookmarkTreeNode): string[] {
  return url === undefined ? children.flatMap(addressesOf) : isWeb(url) ? [url] : [];
}

function isWeb(url: string): boolean {
  return /^https?:/.test(url);
}

let saved: string | null = null;

/** Saves a file to the browser's downloads. */
export function saveFile({ name, content }: { name: string; content: Blob }): void {
  // The browser reads a file after the click. By now it has read the file before.
  if (saved !== null) URL.revokeObjectURL(saved);
  saved = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = saved;
  link.download = name;
  link.click();
}

/** The storage that the extension uses, and its quota; null where the browser does not give them. */
export async function readStorageQuota(): Promise<StorageQuota | null> {
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { usedBytes: usage, allowedBytes: quota };
}

/** Has the browser ask the user before this page is left, because its data is stored nowhere else. */
export function askBeforeLeaving(): void {
  addEventListener('beforeunload', (event) => event.preventDefault());
}

/** Calls back with the fragment of the page's address, which is the route: at once and whenever it changes. */
export function subscribeToRoute(listener: (hash: string) => void): void {
  addEventListener('hashchange', () => listener(location.hash));
  listener(location.hash);
}
