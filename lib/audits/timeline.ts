import type { SiteReport } from '../checks/site-report.ts';
import { type Change, compareReports } from './compare-reports.ts';

/** A report of a page at a time (ISO 8601 in UTC). */
export type PastReport = { readAt: string; report: SiteReport };

/** A report with its changes since the previous one. `before`: that one; null for the first of its page. */
export type TimelineStep<Past extends PastReport> = { past: Past; before: Past | null; changes: Change[] };

/**
 * The time, in milliseconds, after which an unchanged page is kept again. The second report shows that nothing changed
 * meanwhile.
 */
export const dayMs = 24 * 60 * 60_000;

/**
 * The changes of a site from report to report. Both lists have the newest first. A report is compared with the previous one of
 * the same page, because two pages of a site differ without any change.
 */
export function timelineOf<Past extends PastReport>(pasts: readonly Past[]): TimelineStep<Past>[] {
  const last = new Map<string, Past>();
  const steps: TimelineStep<Past>[] = [];
  for (const past of pasts.toReversed()) {
    const page = pageOf(past.report.url);
    const before = last.get(page) ?? null;
    steps.push({ past, before, changes: before === null ? [] : compareReports(before.report, past.report) });
    last.set(page, past);
  }
  return steps.reverse();
}

/** Whether a report is new: `recent` holds none of its page, or an older state of it. `recent`: reports less than a day old. */
export function isNews(report: SiteReport, recent: readonly PastReport[]): boolean {
  const page = pageOf(report.url);
  const last = recent
    .filter((past) => pageOf(past.report.url) === page)
    .toSorted((a, b) => a.readAt.localeCompare(b.readAt))
    .at(-1);
  return last === undefined || compareReports(last.report, report).length > 0;
}

/** Whether two addresses are of one page, so that their reports can be compared. */
export function isSamePage(url: string, other: string): boolean {
  return pageOf(url) === pageOf(other);
}

/** The page of an address: the address without its query and fragment. */
export function pageOf(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/+$/, '');
}
