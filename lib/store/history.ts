/** The history of sites: the visits to their pages, each with its report. */
import type { KnownSite, Visit } from '../audits/api/visit.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { openDatabase, write } from './database.ts';

/** The keys of all visits to a site in the index `site`, by time. */
const visitsOfSite = (site: string): IDBKeyRange => IDBKeyRange.bound([site, ''], [site, '\uffff']);

/**
 * Stores a visit with its report in the history of the report's site. `readAt`: when the page was read, ISO 8601 in UTC.
 *
 * @throws StoreFullError where the storage quota is used up.
 */
export async function writeVisit(report: SiteReport, readAt: string): Promise<void> {
  await write(['visits'], (transaction) => addVisit(transaction.objectStore('visits'), report, readAt));
}

/** Adds a visit within the transaction of the given store. A report whose URL is not valid is left out. */
export async function addVisit(
  store: { put: (visit: Visit) => Promise<string> },
  report: SiteReport,
  readAt: string,
): Promise<void> {
  if (!URL.canParse(report.url)) return;
  await store.put({ id: crypto.randomUUID(), site: new URL(report.url).host, readAt, report });
}

/** Gives the visits to a site, the newest first. */
export async function readVisits(site: string): Promise<Visit[]> {
  return (await (await openDatabase()).getAllFromIndex('visits', 'site', visitsOfSite(site))).reverse();
}

/** Gives the visits to a site from a moment on (ISO 8601 in UTC), the oldest first. */
export async function readVisitsSince(site: string, moment: string): Promise<Visit[]> {
  const since = IDBKeyRange.bound([site, moment], [site, '\uffff']);
  return (await openDatabase()).getAllFromIndex('visits', 'site', since);
}

/** Gives every site that has a history, by name, with the number of its visits and the time of the last one. */
export async function readSites(): Promise<KnownSite[]> {
  const sites = new Map<string, KnownSite>();
  const index = (await openDatabase()).transaction('visits').store.index('site');
  for await (const cursor of index.iterate()) {
    const [site, readAt] = cursor.key;
    sites.set(site, { site, visits: (sites.get(site)?.visits ?? 0) + 1, lastReadAt: readAt });
  }
  return [...sites.values()];
}

/** Deletes one visit. */
export async function deleteVisit(id: string): Promise<void> {
  await write(['visits'], (transaction) => transaction.objectStore('visits').delete(id));
}

/** Deletes all visits to the given sites, or to all sites. */
export async function deleteHistory(sites: readonly string[] | 'all'): Promise<void> {
  await write(['visits'], async (transaction) => {
    const store = transaction.objectStore('visits');
    if (sites === 'all') {
      await store.clear();
      return;
    }
    for (const site of sites) {
      const keys = await store.index('site').getAllKeys(visitsOfSite(site));
      await Promise.all(keys.map((key) => store.delete(key)));
    }
  });
}

/** Deletes the visits from before a moment (ISO 8601 in UTC). Gives their number. */
export async function deleteVisitsBefore(moment: string): Promise<number> {
  return write(['visits'], async (transaction) => {
    const store = transaction.objectStore('visits');
    const keys = await store.index('readAt').getAllKeys(IDBKeyRange.upperBound(moment, true));
    await Promise.all(keys.map((key) => store.delete(key)));
    return keys.length;
  });
}
