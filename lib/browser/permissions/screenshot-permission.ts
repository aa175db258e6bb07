/**
 * The permission to take screenshots of pages that the user did not click on. It comes only with the permission for all addresses.
 * The pattern of `server-permission.ts` covers every page, but is not enough in Chromium (tried with 156) or in Firefox. The user
 * grants the permission at the screenshot option, and can revoke it there or in the browser's settings. This file does not store
 * it.
 */
import { browser } from '../browser.ts';
import { everyAddress, hasServerPermission, requestServerPermission } from './server-permission.ts';

const permission = { origins: [everyAddress] };

/**
 * Requests the permission, unless it is already granted. Must be called directly in a click handler, or browsers refuse. `false`:
 * the user refused.
 */
export async function requestScreenshots(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** Removes the permission. Must be called directly in a click handler. */
export async function stopTakingScreenshots(): Promise<void> {
  const servers = await hasServerPermission();
  await browser.permissions.remove(permission);
  // Chromium removes the narrower pattern with the wider one, and grants it again without asking the user.
  if (servers && !(await hasServerPermission())) await requestServerPermission();
}

/** Whether the permission is granted. */
export async function mayTakeScreenshots(): Promise<boolean> {
  return browser.permissions.contains(permission);
}
