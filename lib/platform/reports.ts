/**
 * The reports of all tabs, kept in `storage.session`: it survives the worker being killed and ends with the browser.
 */

import type { TabReport } from '../audit/site-report.ts';
import { browser } from './browser.ts';
import { reportKey } from './report.ts';

/** The report of a tab; null where nothing is known of it. Only the background writes reports, so they are not parsed again. */
export async function readReport(tabId: number): Promise<TabReport | null> {
  const key = reportKey(tabId);
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return isReport(stored[key]) ? stored[key] : null;
}

/** Keeps a tab's report; null forgets it. */
export async function writeReport(tabId: number, report: TabReport | null): Promise<void> {
  const key = reportKey(tabId);
  await (report === null ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: report }));
}

/** Calls back with a tab's report whenever it changes. Gives a function that ends the watch. */
export function watchReport(tabId: number, changed: (report: TabReport | null) => void): () => void {
  const key = reportKey(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[key];
    if (change !== undefined) changed(isReport(change.newValue) ? change.newValue : null);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

function isReport(value: unknown): value is TabReport {
  return typeof value === 'object' && value !== null && 'state' in value;
}
