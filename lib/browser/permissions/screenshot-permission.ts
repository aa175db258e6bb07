/**
 * The right to take screenshots of pages that nobody clicked on. Browsers give it with the right to all addresses alone: the
 * pattern of `server-permission.ts`, which covers every page, is not enough in Chromium (tried with 156) or in Firefox. The
 * user gives it where screenshots are wanted and may take it back there or in the browser's settings. Nothing here remembers it.
 */
import { browser } from '../browser.ts';
import { everyAddress, hasServerPermission, requestServerPermission } from './server-permission.ts';

const right = { origins: [everyAddress] };

/**
 * Asks the user for the right, unless it was given already. To be called straight from a click, or browsers refuse. `false`:
 * the user said no.
 */
export async function requestScreenshots(): Promise<boolean> {
  return browser.permissions.request(right);
}

/** Gives the right back. To be called straight from a click. */
export async function stopTakingScreenshots(): Promise<void> {
  const servers = await hasServerPermission();
  await browser.permissions.remove(right);
  // Chromium takes the narrower pattern back with the wider one, and gives it again without a question.
  if (servers && !(await hasServerPermission())) await requestServerPermission();
}

/** Whether the right is there. */
export async function mayTakeScreenshots(): Promise<boolean> {
  return browser.permissions.contains(right);
}
