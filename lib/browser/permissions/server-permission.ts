/**
 * The right to see which server a page came from: `webRequest`, and the pages. Installing the extension gives half of it; the
 * user gives the other half by a switch and may take it back there or in the browser's settings. Nothing here remembers it.
 *
 * Which half is held back differs. Chromium gives `webRequest` no events where it was given later, even after a restart
 * (tried with 156), so there it comes with the installation, which shows no warning of it, and sees nothing without the
 * pages. Firefox counts the pages of a content script as given, so there it is `webRequest`; it sees nothing without the pages
 * either, and users may take those back (`site-access.ts`).
 *
 * The rights to take screenshots (`screenshot-permission.ts`) and to read pages cover all pages as well. They are not for this: who
 * gave one of them alone did not ask for servers to be seen. So the pattern itself must have been given, which Chromium lists
 * beside wider ones, or that of a site.
 */
import type { Permissions } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { isCovered, scriptPatterns } from './site-access.ts';

/** In one pattern, which none of the content script's covers: what one of those covers, Chromium does not take back. */
export const allPages = '*://*/*';
/** All addresses, those of files included: what screenshots need. It covers the other. */
export const everyAddress = '<all_urls>';

/** Whether `webRequest` is what the installation held back; else it is the pages. */
function isRequestHeldBack(): boolean {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  return optional.includes('webRequest');
}

function heldBack(): Permissions.Permissions {
  return isRequestHeldBack() ? { permissions: ['webRequest'] } : { origins: [allPages] };
}

/** All of the right that may be missing. */
function missing(): Permissions.Permissions {
  return isRequestHeldBack() ? { permissions: ['webRequest'], origins: scriptPatterns } : heldBack();
}

/** Whether a page was given for this, and not to be read or captured alone. Where pages are not what was held back, it was. */
async function isForServers(page: string): Promise<boolean> {
  if (isRequestHeldBack()) return true;
  const { origins = [] } = await browser.permissions.getAll();
  const ofSites = origins.filter((pattern) => ![everyAddress, ...scriptPatterns].includes(pattern));
  return origins.includes(allPages) || isCovered(page, ofSites);
}

/**
 * Asks the user for the right, unless it was given already. To be called straight from a click, or browsers refuse. Pages that
 * are open already stay unseen until they are loaded again. `false`: the user said no.
 */
export async function askForServers(): Promise<boolean> {
  return browser.permissions.request(missing());
}

/** Gives the right back. */
export async function stopAskingForServers(): Promise<void> {
  await browser.permissions.remove(heldBack());
}

/** Whether the right is there for all pages. */
export async function maySeeServers(): Promise<boolean> {
  return (await browser.permissions.contains(missing())) && (await isForServers(allPages));
}

/** Whether the server of a page may be seen. In Chromium, users can give the right for some sites alone. */
export async function maySeeServer(pageUrl: string): Promise<boolean> {
  const { protocol, hostname } = new URL(pageUrl);
  // Patterns know neither ports nor other protocols.
  const isOfWeb = protocol === 'http:' || protocol === 'https:';
  const origins = [isOfWeb ? `${protocol}//${hostname}/*` : allPages];
  return (
    (await browser.permissions.contains({ permissions: ['webRequest'], origins })) && (await isForServers(pageUrl))
  );
}

/** Calls back when the right may have been given, and when it is no longer there for all pages. */
export function subscribeToServerPermission(steps: { given: () => void; taken: () => Promise<void> }): void {
  browser.permissions.onAdded.addListener(steps.given);
  browser.permissions.onRemoved.addListener(async () => {
    if (!(await maySeeServers())) await steps.taken();
  });
}

/** Loads a tab's page again, so that its server is seen. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
