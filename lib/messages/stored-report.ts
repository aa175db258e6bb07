/** How a tab's report stands in `storage.session`. Knows no browser API. */
import type { TabReport } from '../checks/site-report.ts';

const prefix = 'tab:';

/** The key of a tab's report in `storage.session`. */
export const reportKey = (tabId: number): `tab:${number}` => `${prefix}${tabId}`;

/** Whether a key of `storage.session` is that of a report. */
export const isReportKey = (key: string): boolean => key.startsWith(prefix);

/** What stands in place of a report that found no room: its tab was read and has a badge, but has to be read anew. */
export const dropped = '';

/** A report as it is stored: as text, since Chromium counts the memory of each part of an object, three times as much. */
export const storedReport = (report: TabReport): string => JSON.stringify(report);

/** What a stored value says of its tab; null for nothing. Only the background writes reports, so they are not checked again. */
export function parseStoredReport(value: unknown): TabReport | null {
  if (typeof value !== 'string' || value === dropped) return null;
  const report: TabReport = JSON.parse(value);
  return report;
}
