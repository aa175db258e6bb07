import { dayMs, isNews } from '../audits/timeline.ts';
import type { TabReport } from '../checks/site-report.ts';
import { StoreFullError } from '../store/database.ts';
import { deleteVisitsBefore, readVisitsSince, writeVisit } from '../store/history.ts';
import { isAuditTab } from './audit-tabs.ts';
import { browser } from './browser.ts';
import { noteHistoryFull, readHistorySettings } from './settings/history-settings.ts';

/**
 * Adds a tab's report to its site's history, if the user has switched that on. Adds it only if it differs from the page's last
 * report, or a day has passed since. Skips private windows, and tabs of audits, which write their own history.
 *
 * If the storage quota is used up, it does not reject: it sets the flag `isHistoryFull`, which the workspace shows. Earlier visits stay.
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

/** Deletes the visits that are older than `keepDays` days. `keepDays` null: deletes nothing. */
export async function dropOldVisits(keepDays: number | null, now: Date): Promise<void> {
  if (keepDays !== null) await deleteVisitsBefore(new Date(now.getTime() - keepDays * dayMs).toISOString());
}

/** Whether a tab is in a private window. A tab that is gone counts as private, because it can no longer be checked. */
async function isPrivate(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    return true;
  }
}
