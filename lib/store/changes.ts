import { type Change, compareReports } from '../audits/compare-reports.ts';
import type { Entry } from '../audits/entry.ts';
import { openDatabase } from './database.ts';
import { earlierReport, storesForEarlierReport } from './earlier-report.ts';

/** What changed on the page of an entry. `olderAt` and `newerAt`: when the two reports were made, ISO 8601 in UTC. */
export type EntryChanges = { entry: Entry; olderAt: string; newerAt: string; changes: Change[] };

/**
 * Gives what changed on the pages of the entries that count a change, each compared with the report before. Entries of which one of
 * the two reports has been deleted are left out.
 */
export async function readChanges(entries: readonly Entry[]): Promise<EntryChanges[]> {
  const changed = entries.filter(({ changes = 0 }) => changes > 0);
  if (changed.length === 0) return [];
  const stores = storesForEarlierReport((await openDatabase()).transaction(['audits', 'entries', 'reports', 'visits']));
  const found: EntryChanges[] = [];
  for (const entry of changed) {
    const report = await stores.reports.get([entry.audit, entry.place]);
    const earlier = report === undefined ? null : await earlierReport(stores, entry, report);
    if (report === undefined || earlier === null || entry.readAt === null) continue;
    const changes = compareReports(earlier.report, report);
    found.push({ entry, olderAt: earlier.readAt, newerAt: entry.readAt, changes });
  }
  return found;
}
