/**
 * What is kept of tabs in `storage.session`, which survives the worker being killed and ends with the browser. Browsers give it
 * 10 MB for all tabs together, and a page must not be able to fill it for the others.
 *
 * Nearly all of it are reports. One has a few kB, and half a million characters at
 * most (see `keepFindings`). A report is also the one thing that
 * can be had again: the page is read anew whenever the popup opens, and the badge stays with the browser. So whoever finds no room
 * has the reports of all other tabs dropped. That happens once in some thousand tabs, or in a dozen hostile ones, and costs the
 * reader nothing but the moment until the page has answered.
 *
 * Why not drop the oldest or the largest alone: which they are would have to be kept, too, and be right after any kill.
 */

import { dropped, isReportKey } from '../messages/stored-report.ts';
import { browser } from './browser.ts';

/** Keeps a value, and has the reports of other tabs make room where there is none. Rejects where that is not enough. */
export async function setInSession(key: string, value: unknown): Promise<void> {
  const { session } = browser.storage;
  try {
    await session.set({ [key]: value });
  } catch {
    const kept: Record<string, unknown> = await session.get(null);
    const others = Object.keys(kept).filter((other) => isReportKey(other) && other !== key);
    await session.set(Object.fromEntries(others.map((other) => [other, dropped])));
    await session.set({ [key]: value });
  }
}
