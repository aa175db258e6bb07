import { dayMs, isNews } from '../audits/timeline.ts';
import type { TabReport } from '../checks/site-report.ts';
import { deleteVisitsBefore, readVisitsSince, StoreFullError, writeVisit } from '../store/audit-store.ts';
import { isAuditTab } from './audit-tabs.ts';
import { browser } from './browser.ts';
import { noteHistoryFull, readHistorySettings } from './settings/history-settings.ts';

/**
 * Keeps what was read in a tab in its site's history, if the user has switched that on: only where it differs from what is
 * known of the page, or a day has passed. Never what a private window shows, nor what an audit opens, which keeps its own.
 *
 * Never rejects for want of room: that is noted, for the workspace to tell. What was kept before stays.
 */
export async function recordVisit(tabId: number, tab: TabReport, now: Date): Promise<void> {
  if (tab.state !== 'done') return;
  const { keepVisits, keepDays } = await readHistorySettings();
  if (!keepVisits || (await isAuditTab(tabId)) || (await isPrivate(tabId))) return;
  const { state: _, ...report } = tab;
  if (!/^https?:/.test(report.url)) return;
  const recent = await readVisitsSince(new URL(report.url).host, new Date(now.getTime() - dayMs).toISOString());
  if (!isNews(report, recent)) return;
  await dropOldVisits(keepDays, now);
  try {
    await writeVisit(report, now.toISOString());
  } catch (error) {
    if (!(error instanceof StoreFullError)) throw error;
    await noteHistoryFull(true);
  }
}

/** Deletes what is older than the user wants history to be. `keepDays` null: nothing. */
export async function dropOldVisits(keepDays: number | null, now: Date): Promise<void> {
  if (keepDays !== null) await deleteVisitsBefore(new Date(now.getTime() - keepDays * dayMs).toISOString());
}

/** Whether a tab is in a private window; of a tab that is gone nobody knows, so it counts as one. */
async function isPrivate(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    return true;
  }
}
