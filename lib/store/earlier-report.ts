import type { IDBPTransaction, StoreNames } from 'idb';
import type { BulkAudit } from '../audits/bulk-audit.ts';
import { type Entry, wasRead } from '../audits/entry.ts';
import { isSamePage, type PastReport, pageOf } from '../audits/timeline.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { Schema } from './database.ts';

/** The stores that the search for an earlier report reads, all of one transaction. */
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

/** Gives the stores that `earlierReport` reads, of a transaction that covers them. */
export function storesForEarlierReport<Names extends StoreNames<Schema>[], Mode extends IDBTransactionMode>(
  transaction: IDBPTransaction<Schema, Names, Mode>,
) {
  return {
    audits: transaction.objectStore('audits'),
    entries: transaction.objectStore('entries'),
    reports: transaction.objectStore('reports'),
    visits: transaction.objectStore('visits'),
  };
}

/**
 * Gives the report with which the report of an entry is compared: the last one of the same page before it, from the site's history,
 * else from the audit that this one repeats. Null where there is none, and where the page that was read is not the site's own.
 */
export async function earlierReport(stores: Stores, entry: Entry, report: SiteReport): Promise<PastReport | null> {
  const { audit, place, readAt, ending } = entry;
  if (readAt === null || !wasRead(ending) || !URL.canParse(report.url)) return null;
  const visit = await lastVisit(stores, report.url, readAt);
  if (visit !== null) return visit;
  const repeats = (await stores.audits.get(audit))?.repeats;
  if (repeats === undefined) return null;
  const earlier = await stores.entries.get([repeats, place]);
  const past = await stores.reports.get([repeats, place]);
  if (earlier === undefined || earlier.readAt === null || past === undefined || !wasRead(earlier.ending)) return null;
  return isSamePage(past.url, report.url) ? { readAt: earlier.readAt, report: past } : null;
}

/** Gives the last report of a page in the history from before a moment. Only this report is loaded; the search reads keys. */
async function lastVisit({ visits }: Stores, url: string, readAt: string): Promise<PastReport | null> {
  // Most sites of an audit have no history: one request settles these.
  const page = pageOf(url);
  const near = IDBKeyRange.bound([page], [`${page}\uffff`]);
  if ((await visits.index('page').getKey(near)) === undefined) return null;
  let last: { key: string; readAt: string } | null = null;
  // A slash at the end makes no other page (`isSamePage`).
  for (const written of [page, `${page}/`]) {
    const exact = IDBKeyRange.bound([written, ''], [written, readAt], false, true);
    const found = await visits.index('page').openKeyCursor(exact, 'prev');
    if (found !== null && (last === null || found.key[1] > last.readAt)) {
      last = { key: found.primaryKey, readAt: found.key[1] };
    }
    // Neither does a query or a fragment.
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
