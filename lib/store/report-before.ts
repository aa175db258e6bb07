import type { BulkAudit } from '../audits/bulk-audit.ts';
import { type Entry, wasRead } from '../audits/entry.ts';
import { isSamePage, type PastReport, pageOf } from '../audits/timeline.ts';
import type { SiteReport } from '../checks/site-report.ts';

/** What of the store is needed, within one transaction. */
type Stores = {
  audits: { get: (id: string) => Promise<BulkAudit | undefined> };
  entries: { get: (key: [string, number]) => Promise<Entry | undefined> };
  reports: { get: (key: [string, number]) => Promise<SiteReport | undefined> };
  visits: {
    get: (key: string) => Promise<PastReport | undefined>;
    index: (name: 'page') => {
      getKey: (range: IDBKeyRange) => Promise<string | undefined>;
      openKeyCursor: (range: IDBKeyRange, direction: 'prev') => Promise<KeyCursor | null>;
    };
  };
};

type KeyCursor = { key: [url: string, readAt: string]; primaryKey: string; continue: () => Promise<KeyCursor | null> };

/**
 * The report that an entry's is to be held against: the last one before it of the same page, in the site's history, else in the
 * audit that is made again. Null where there is none, and where what was read is no page of the site.
 */
export async function reportBefore(stores: Stores, entry: Entry, report: SiteReport): Promise<PastReport | null> {
  const { audit, place, readAt, ending } = entry;
  if (readAt === null || !wasRead(ending) || !URL.canParse(report.url)) return null;
  const visit = await lastVisit(stores, report.url, readAt);
  if (visit !== null) return visit;
  const repeats = (await stores.audits.get(audit))?.repeats;
  if (repeats === undefined) return null;
  const before = await stores.entries.get([repeats, place]);
  const past = await stores.reports.get([repeats, place]);
  if (before === undefined || before.readAt === null || past === undefined || !wasRead(before.ending)) return null;
  return isSamePage(past.url, report.url) ? { readAt: before.readAt, report: past } : null;
}

/** The last report of a page in the history that was made before a moment. Whole reports are read of it alone. */
async function lastVisit({ visits }: Stores, url: string, readAt: string): Promise<PastReport | null> {
  // Most sites of an audit are read for the first time.
  const page = pageOf(url);
  const near = IDBKeyRange.bound([page], [`${page}\uffff`]);
  if ((await visits.index('page').getKey(near)) === undefined) return null;
  let last: { key: string; readAt: string } | null = null;
  // Without and with a slash at its end it is one page, by `isSamePage`.
  for (const written of [page, `${page}/`]) {
    const exact = IDBKeyRange.bound([written, ''], [written, readAt], false, true);
    const found = await visits.index('page').openKeyCursor(exact, 'prev');
    if (found !== null && (last === null || found.key[1] > last.readAt)) {
      last = { key: found.primaryKey, readAt: found.key[1] };
    }
    // With whatever is asked of the page, or whichever place in it.
    for (const sign of ['?', '#']) {
      const longer = IDBKeyRange.bound([`${written}${sign}`], [`${written}${sign}\uffff`]);
      let cursor = await visits.index('page').openKeyCursor(longer, 'prev');
      while (cursor !== null) {
        const [, at] = cursor.key;
        if (at < readAt && (last === null || at > last.readAt)) last = { key: cursor.primaryKey, readAt: at };
        cursor = await cursor.continue();
      }
    }
  }
  return last === null ? null : ((await visits.get(last.key)) ?? null);
}
