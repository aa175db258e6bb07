/**
 * The reports of all tabs, in `storage.session`. `session-storage.ts` drops reports when the quota is used up. A tab whose report
 * was dropped still counts as reported; its page is scanned again when the popup opens.
 */

import type { TabReport } from '../checks/site-report.ts';
import { dropped, parseStoredReport, reportKey, storedReport } from '../messages/stored-report.ts';
import { browser } from './browser.ts';
import { setInSession } from './session-storage.ts';

/** The report of a tab; null where there is none or it was dropped. */
export async function readReport(tabId: number): Promise<TabReport | null> {
  return parseStoredReport(await readStored(tabId));
}

/** Whether a tab has a report, even a dropped one. Such a tab may have a badge. */
export async function isReported(tabId: number): Promise<boolean> {
  return (await readStored(tabId)) !== undefined;
}

async function readStored(tabId: number): Promise<unknown> {
  const key = reportKey(tabId);
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return stored[key];
}

/** Stores a tab's report; null deletes it. If the quota is used up, the report is stored as dropped: the earlier one never stays. */
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
 * Calls back with a tab's report whenever it changes; null: it was deleted. Dropping a report is no change: the earlier one still
 * holds. Returns a function that stops it.
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
