import type { SiteReport } from '../checks/site-report.ts';
import { type Change, compareReports } from './compare-reports.ts';

/** A report of a page at a moment (ISO 8601 in UTC). */
export type PastReport = { readAt: string; report: SiteReport };

/** A report with what changed since the one before it. `before`: null for the first of its page. */
export type TimelineStep<Past extends PastReport> = { past: Past; before: Past | null; changes: Change[] };

/** An unchanged page is kept again once this time has passed, in milliseconds: then it says that nothing changed for so long. */
export const dayMs = 24 * 60 * 60_000;

/**
 * What changed on a site from report to report; both lists have the newest first. A report is held against the last one of the
 * same page: two pages of a site differ without anything having changed.
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

/** Whether a report says something that `recent` ones do not, all of them less than a day old: its page is new, or changed. */
export function isNews(report: SiteReport, recent: readonly PastReport[]): boolean {
  const page = pageOf(report.url);
  const last = recent
    .filter((past) => pageOf(past.report.url) === page)
    .toSorted((a, b) => a.readAt.localeCompare(b.readAt))
    .at(-1);
  return last === undefined || compareReports(last.report, report).length > 0;
}

/** Whether two addresses are of one page, whose reports can be held against one another. */
export function isSamePage(url: string, other: string): boolean {
  return pageOf(url) === pageOf(other);
}

/** What tells one page of a site from another, given its address: neither what is asked of it nor the place in it. */
export function pageOf(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/+$/, '');
}
