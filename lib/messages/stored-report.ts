/** How a tab's report is stored in `storage.session`. Uses no browser API. */
import type { TabReport } from '../checks/site-report.ts';

const prefix = 'tab:';

/** The key of a tab's report in `storage.session`. */
export const reportKey = (tabId: number): `tab:${number}` => `${prefix}${tabId}`;

/** Whether a key of `storage.session` is that of a report. */
export const isReportKey = (key: string): boolean => key.startsWith(prefix);

/** Stored in place of a report that did not fit into the quota. The tab keeps its badge, and has to be scanned again for a report. */
export const dropped = '';

/** A report as it is stored: as text. As an object it takes three times the quota in Chromium, which counts the memory of each part. */
export const storedReport = (report: TabReport): string => JSON.stringify(report);

/** Reads a stored report; null where there is none or it was dropped. Only the background writes reports, so they are not validated. */
export function parseStoredReport(value: unknown): TabReport | null {
  if (typeof value !== 'string' || value === dropped) return null;
  const report: TabReport = JSON.parse(value);
  return report;
}
