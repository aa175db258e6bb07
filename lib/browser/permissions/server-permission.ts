/**
 * The permission to see which server a page came from. It has two parts: `webRequest`, and access to the page. The installation
 * grants one part. The user grants the other by a switch, and may remove it there or in the browser's settings. The browser alone
 * stores it.
 *
 * The optional part differs. In Chromium it is the access to pages: `webRequest` gets no events where it was granted after the
 * installation, even after a restart (tried with 156), so it is a required permission there. The installation shows no warning of
 * it, and it sees nothing without access to pages. In Firefox the optional part is `webRequest`: the installation grants access to
 * the pages of a content script. Users may remove that access (`site-access.ts`), and then `webRequest` sees nothing.
 *
 * The permissions for screenshots (`screenshot-permission.ts`) and for reading pages cover all pages, too. They do not count here:
 * a user who granted only one of them did not agree to the look-up of servers. So the pattern below itself must have been granted,
 * which Chromium lists beside wider ones, or a pattern of single sites.
 *
 * CONTRIBUTING.md, "A permission", says what a new one needs.
 */
import type { Permissions } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { isCovered, scriptPatterns } from './site-access.ts';

/** All web pages, in a pattern that no pattern of the content script covers: Chromium cannot remove what one of those covers. */
export const allPages = '*://*/*';
/** All addresses, those of files included, which screenshots need. Covers `allPages`. */
export const everyAddress = '<all_urls>';

/** Whether `webRequest` is the optional part; else access to pages is. */
function isRequestHeldBack(): boolean {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  return optional.includes('webRequest');
}

function heldBack(): Permissions.Permissions {
  return isRequestHeldBack() ? { permissions: ['webRequest'] } : { origins: [allPages] };
}

/** Every part of the permission that may be missing. */
function missing(): Permissions.Permissions {
  return isRequestHeldBack() ? { permissions: ['webRequest'], origins: scriptPatterns } : heldBack();
}

/** Whether access to a page was granted for this purpose. True where access to pages is not the optional part. */
async function isGivenForServers(page: string): Promise<boolean> {
  if (isRequestHeldBack()) return true;
  const { origins = [] } = await browser.permissions.getAll();
  const ofSites = origins.filter((pattern) => ![everyAddress, ...scriptPatterns].includes(pattern));
  return origins.includes(allPages) || isCovered(page, ofSites);
}

/**
 * Requests the permission from the user, unless it was granted already. To be called straight from a click, or browsers refuse. The
 * servers of open pages stay unknown until the pages are loaded again. `false`: the user refused.
 */
export async function requestServerPermission(): Promise<boolean> {
  return browser.permissions.request(missing());
}

/** Removes the permission. */
export async function removeServerPermission(): Promise<void> {
  await browser.permissions.remove(heldBack());
}

/** Whether the permission is granted for all pages. */
export async function hasServerPermission(): Promise<boolean> {
  return (await browser.permissions.contains(missing())) && (await isGivenForServers(allPages));
}

/** Whether the permission is granted for a page. In Chromium, users can grant it for some sites only. */
export async function hasServerPermissionFor(pageUrl: string): Promise<boolean> {
  const { protocol, hostname } = new URL(pageUrl);
  // Patterns have no ports and no other protocols.
  const isOfWeb = protocol === 'http:' || protocol === 'https:';
  const origins = [isOfWeb ? `${protocol}//${hostname}/*` : allPages];
  return (
    (await browser.permissions.contains({ permissions: ['webRequest'], origins })) && (await isGivenForServers(pageUrl))
  );
}

/** Calls back when the permission may have been granted (`given`), and when it no longer covers all pages (`taken`). */
export function subscribeToServerPermission(listeners: { given: () => void; taken: () => Promise<void> }): void {
  browser.permissions.onAdded.addListener(listeners.given);
  browser.permissions.onRemoved.addListener(async () => {
    if (!(await hasServerPermission())) await listeners.taken();
  });
}

/** Reloads a tab, so that its server is seen. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
