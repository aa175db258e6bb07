/**
 * The right to see which server a page came from: `webRequest`, and the pages. Installing the extension gives half of it; the
 * user gives the other half by a switch and may take it back there or in the browser's settings. Nothing here remembers it.
 *
 * Which half is held back differs. Chromium gives `webRequest` no events where it was given later, even after a restart
 * (tried with 156), so there it comes with the installation, which shows no warning of it, and sees nothing without the
 * pages. Firefox counts the pages of a content script as given, so there it is `webRequest`.
 *
 * The right to take pictures (`picture-permission.ts`) covers all pages as well. It is not for this: who gave that alone did
 * not ask for servers to be seen. So the pattern itself must have been given, which Chromium lists beside the wider one.
 */
import type { Permissions } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** In one pattern, which none of the content script's covers: what one of those covers, Chromium does not take back. */
export const allPages = '*://*/*';
/** All addresses, those of files included: what pictures need. It covers the other. */
export const everyAddress = '<all_urls>';

function heldBack(): Permissions.Permissions {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  return optional.includes('webRequest') ? { permissions: ['webRequest'] } : { origins: [allPages] };
}

async function isGiven(right: Permissions.Permissions): Promise<boolean> {
  return (await browser.permissions.contains(right)) && !(await isForPicturesAlone());
}

/** Whether all pages are there for the sake of pictures, where pages are what is held back. */
async function isForPicturesAlone(): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.includes(everyAddress) && !origins.includes(allPages) && heldBack().origins !== undefined;
}

/**
 * Asks the user for the right, unless it was given already. To be called straight from a click, or browsers refuse. Pages that
 * are open already stay unseen until they are loaded again. `false`: the user said no.
 */
export async function askForServers(): Promise<boolean> {
  return browser.permissions.request(heldBack());
}

/** Gives the right back. */
export async function stopAskingForServers(): Promise<void> {
  await browser.permissions.remove(heldBack());
}

/** Whether the right is there for all pages. */
export async function maySeeServers(): Promise<boolean> {
  return isGiven(heldBack());
}

/** Whether the server of a page may be seen. In Chromium, users can give the right for some sites alone. */
export async function maySeeServer(pageUrl: string): Promise<boolean> {
  const { protocol, hostname } = new URL(pageUrl);
  // Patterns know neither ports nor other protocols.
  const isOfWeb = protocol === 'http:' || protocol === 'https:';
  const origins = [isOfWeb ? `${protocol}//${hostname}/*` : allPages];
  return isGiven({ permissions: ['webRequest'], origins });
}

/** Calls back when the right may have been given, and when it is no longer there for all pages. */
export function followServerRight(steps: { given: () => void; taken: () => Promise<void> }): void {
  browser.permissions.onAdded.addListener(steps.given);
  browser.permissions.onRemoved.addListener(async () => {
    if (!(await maySeeServers())) await steps.taken();
  });
}

/** Loads a tab's page again, so that its server is seen. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
