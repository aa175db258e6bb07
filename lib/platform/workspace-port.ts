/** What the workspace needs of the browser: pages as addresses, files, room. */
import type { Bookmarks } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** The page of the workspace in the built extension. */
const workspacePage = '/workspace.html';

/**
 * Opens the workspace in a tab of its own: from a private window in one that is not, where there is one, for nothing can be
 * kept in a private window.
 */
export async function openWorkspace(): Promise<void> {
  const url = browser.runtime.getURL(workspacePage);
  const windowId = (await browser.windows.getCurrent()).incognito ? await usualWindow() : null;
  if (windowId === null) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.create({ url, windowId });
  await browser.windows.update(windowId, { focused: true });
}

/** A window that is not private; null where there is none. */
async function usualWindow(): Promise<number | null> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  return windows.find(({ incognito }) => !incognito)?.id ?? null;
}

/** Which of the open tabs: those of this window, or of all windows; of private ones only where the workspace is in one itself. */
export type TabScope = 'window' | 'all';

/**
 * The addresses of open web pages in the order of their tabs, asking for the right to see them where it was not given. To be
 * called straight from a click. Null: the user said no.
 */
export async function readOpenTabs(scope: TabScope): Promise<string[] | null> {
  if (!(await browser.permissions.request({ permissions: ['tabs'] }))) return null;
  const tabs = await browser.tabs.query(scope === 'window' ? { currentWindow: true } : {});
  const { inIncognitoContext: isPrivate } = browser.extension;
  return tabs.flatMap(({ url, incognito }) =>
    url !== undefined && isWeb(url) && (isPrivate || !incognito) ? [url] : [],
  );
}

/** A folder of bookmarks that holds addresses of web pages, those of its folders included. */
export type BookmarkFolder = { id: string; path: string[]; addresses: string[] };

/** The folders of bookmarks, asking for the right to see them. To be called straight from a click. Null: the user said no. */
export async function readBookmarkFolders(): Promise<BookmarkFolder[] | null> {
  if (!(await browser.permissions.request({ permissions: ['bookmarks'] }))) return null;
  const [root] = await browser.bookmarks.getTree();
  return root === undefined ? [] : foldersOf(root, []);
}

function foldersOf(node: Bookmarks.BookmarkTreeNode, above: readonly string[]): BookmarkFolder[] {
  const { id, title, children = [] } = node;
  // The root bears no title.
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

/** Saves a file where the browser keeps downloads. */
export function saveFile({ name, content }: { name: string; content: Blob }): void {
  // The browser reads a file after the click; the one before has been read by now.
  if (saved !== null) URL.revokeObjectURL(saved);
  saved = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = saved;
  link.download = name;
  link.click();
}

/** How much room the extension takes and may take, in bytes; null where the browser does not say. */
export async function readRoom(): Promise<{ usedBytes: number; allowedBytes: number } | null> {
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { usedBytes: usage, allowedBytes: quota };
}

/** Has the browser ask the user before this page is left: what it holds is nowhere else. */
export function askBeforeLeaving(): void {
  addEventListener('beforeunload', (event) => event.preventDefault());
}

/** The part of the page's address that says which of its parts is shown, and what follows its changes. */
export function followRoute(shown: (hash: string) => void): void {
  addEventListener('hashchange', () => shown(location.hash));
  shown(location.hash);
}
