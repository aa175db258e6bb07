/**
 * The reports of all tabs; see `session-storage.ts` for where they are kept. A tab whose report was dropped for want of room is known
 * and has none: opening its popup reads the page anew.
 */

import type { TabReport } from '../checks/site-report.ts';
import { dropped, parseStoredReport, reportKey, storedReport } from '../messages/stored-report.ts';
import { browser } from './browser.ts';
import { setInSession } from './session-storage.ts';

/** The report of a tab; null where nothing is known of it, or its report was dropped. */
export async function readReport(tabId: number): Promise<TabReport | null> {
  return parseStoredReport(await readStored(tabId));
}

/** Whether a tab was reported on, so that it may have a badge, even where the report itself was dropped. */
export async function isReported(tabId: number): Promise<boolean> {
  return (await readStored(tabId)) !== undefined;
}

async function readStored(tabId: number): Promise<unknown> {
  const key = reportKey(tabId);
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return stored[key];
}

/** Keeps a tab's report; null forgets it. Where there is no room for it, it counts as dropped: the one before never stays. */
export async function writeReport(tabId: number, report: TabReport | null): Promise<void> {
  const key = reportKey(tabId);
  const { session } = browser.storage;
  if (report === null) {
    await session.remove(key);
    return;
  }
  try {
    await setInSession(key, storedReport(report));
  } catch {
    await session.set({ [key]: dropped }).catch(() => session.remove(key));
  }
}

/**
 * Calls back with a tab's report whenever it changes; null: it was forgotten. One that is dropped is no change: what was told before
 * still holds. Gives a function that ends the watch.
 */
export function watchReport(tabId: number, changed: (report: TabReport | null) => void): () => void {
  const key = reportKey(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[key];
    if (change !== undefined && change.newValue !== dropped) changed(parseStoredReport(change.newValue));
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
