import type { BulkAudit } from '../audit/bulk-audit.ts';
import { type Entry, wasRead } from '../audit/entry.ts';
import type { SiteReport } from '../audit/site-report.ts';
import { isSamePage, type PastReport } from '../audit/timeline.ts';

/**
 * How many reports of a site are looked through for one of the same page, the newest first. An audit's pages are read again
 * and again; a site of which so many other pages were visited since is held against nothing.
 */
const maxLookBack = 100;

/** What of the store is needed, within one transaction. */
type Stores = {
  audits: { get: (id: string) => Promise<BulkAudit | undefined> };
  entries: { get: (key: [string, number]) => Promise<Entry | undefined> };
  reports: { get: (key: [string, number]) => Promise<SiteReport | undefined> };
  visits: {
    index: (name: 'site') => {
      iterate: (range: IDBKeyRange, direction: 'prev') => AsyncIterable<{ value: PastReport }>;
    };
  };
};

/**
 * The report that an entry's is to be held against: the last one before it of the same page, in the site's history, else in the
 * audit that is made again. Null where there is none, and where what was read is no page of the site.
 */
export async function reportBefore(stores: Stores, entry: Entry, report: SiteReport): Promise<PastReport | null> {
  const { audit, place, readAt, ending } = entry;
  if (readAt === null || !wasRead(ending) || !URL.canParse(report.url)) return null;
  const { host } = new URL(report.url);
  const earlier = IDBKeyRange.bound([host, ''], [host, readAt], false, true);
  let looked = 0;
  for await (const { value } of stores.visits.index('site').iterate(earlier, 'prev')) {
    if (isSamePage(value.report.url, report.url)) return value;
    looked += 1;
    if (looked === maxLookBack) break;
  }
  const repeats = (await stores.audits.get(audit))?.repeats;
  if (repeats === undefined) return null;
  const before = await stores.entries.get([repeats, place]);
  const past = await stores.reports.get([repeats, place]);
  if (before === undefined || before.readAt === null || past === undefined || !wasRead(before.ending)) return null;
  return isSamePage(past.url, report.url) ? { readAt: before.readAt, report: past } : null;
}
