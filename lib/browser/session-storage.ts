/**
 * Writes to `storage.session`, which holds the data of tabs. It survives the worker and ends with the browser. Its quota is 10 MB
 * for all tabs together, and one page must not fill it for the others.
 *
 * Nearly all of it is reports: a few kB each, half a million characters at most (see `keepFindings`). Only a report can be made
 * again: the page is scanned whenever the popup opens, and the browser keeps the badge. So when the quota is used up, the reports
 * of all other tabs are dropped. That happens once in some thousand tabs, or in a dozen hostile ones. The reader waits a moment
 * until the page has answered.
 *
 * Why not drop only the oldest or the largest: their order would have to be stored, too, and be right after the worker is killed.
 */

import { dropped, isReportKey } from '../messages/stored-report.ts';
import { browser } from './browser.ts';

/** Stores a value. If the quota is used up, drops the reports of other tabs first. Rejects where that is not enough. */
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
