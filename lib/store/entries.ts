/** The entries of audits, with their reports and screenshots. */
import { compareReports } from '../audits/compare-reports.ts';
import { type Entry, summarise, wasRead } from '../audits/entry.ts';
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { openDatabase, StoreFullError, write } from './database.ts';
import { earlierReport, storesForEarlierReport } from './earlier-report.ts';
import { addVisit } from './history.ts';
import { partSize } from './parts.ts';

/** The keys of all entries of an audit, by place. Reports and screenshots have the keys of their entries. */
export const entriesOfAudit = (audit: string): IDBKeyRange =>
  IDBKeyRange.bound([audit, 0], [audit, Number.POSITIVE_INFINITY]);

/** Gives the entries of an audit, by place. */
export async function readEntries(audit: string): Promise<Entry[]> {
  return (await openDatabase()).getAll('entries', entriesOfAudit(audit));
}

/** How many entries `readEntriesInParts` gives at a time. The browser reads this many in a few milliseconds. */
const readPartSize = 2_000;

/**
 * Gives the entries of an audit by place, in lists of up to 2000, so that a page stays responsive while it reads a hundred
 * thousand. Each list is a transaction of its own: an entry that changes meanwhile comes in its old or its new form.
 */
export async function* readEntriesInParts(audit: string): AsyncGenerator<Entry[]> {
  let range = entriesOfAudit(audit);
  for (;;) {
    const entries = await (await openDatabase()).getAll('entries', range, readPartSize);
    yield entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < readPartSize) return;
    range = IDBKeyRange.bound([audit, last.place], [audit, Number.POSITIVE_INFINITY], true);
  }
}

/** Gives the entries of an audit by place, in lists of up to `partSize`, within the transaction of the given store. */
export async function* partsOfAudit(
  store: { getAll: (range: IDBKeyRange, count: number) => Promise<Entry[]> },
  audit: string,
): AsyncGenerator<Entry[]> {
  let after = -1;
  for (;;) {
    const part = await store.getAll(
      IDBKeyRange.bound([audit, after], [audit, Number.POSITIVE_INFINITY], true),
      partSize,
    );
    const last = part.at(-1);
    if (last === undefined) return;
    yield part;
    after = last.place;
  }
}

/** Gives the report of an entry; null where its page was not read. */
export async function readEntryReport(audit: string, place: number): Promise<SiteReport | null> {
  return (await (await openDatabase()).get('reports', [audit, place])) ?? null;
}

/** Gives the reports of an audit, by place. Entries without a report are left out. */
export async function readAuditReports(audit: string): Promise<{ place: number; report: SiteReport }[]> {
  const transaction = (await openDatabase()).transaction('reports');
  const [keys, reports] = await Promise.all([
    transaction.store.getAllKeys(entriesOfAudit(audit)),
    transaction.store.getAll(entriesOfAudit(audit)),
  ]);
  return reports.flatMap((report, index) => keys.slice(index, index + 1).map(([, place]) => ({ place, report })));
}

/**
 * Gives the screenshot of an entry's page, or the reason why there is none; null where the audit asked for no screenshot or came
 * from a file.
 */
export async function readEntryScreenshot(audit: string, place: number): Promise<MaybeScreenshot | null> {
  return (await (await openDatabase()).get('pictures', [audit, place])) ?? null;
}

/**
 * Stores the outcome of an entry in one transaction: the entry, its report, the screenshot of its page, and a visit in the site's
 * history. Where the storage quota has no room for the screenshot alone, the rest is stored, and the reason in the screenshot's
 * place. Gives the entry as it is stored.
 *
 * @throws StoreFullError where the storage quota is used up; the entry then still waits.
 */
export async function writeEnded(
  entry: Entry,
  report: SiteReport | null,
  screenshot: MaybeScreenshot | null = null,
): Promise<Entry> {
  const summary = report === null ? {} : summarise(report, entry.ending);
  // The report may be of the second page that was read.
  const ended: Entry = { ...entry, ...summary, finalUrl: entry.finalUrl ?? report?.url ?? null };
  const store = (screenshot: MaybeScreenshot | null): Promise<void> =>
    write(['audits', 'entries', 'reports', 'pictures', 'visits'], async (transaction) => {
      const earlier = report === null ? null : await earlierReport(storesForEarlierReport(transaction), ended, report);
      if (report !== null && earlier !== null) ended.changes = compareReports(earlier.report, report).length;
      await transaction.objectStore('entries').put(ended);
      if (report === null || entry.readAt === null) return;
      const key: [string, number] = [entry.audit, entry.place];
      await transaction.objectStore('reports').put(report, key);
      if (screenshot !== null) await transaction.objectStore('pictures').put(screenshot, key);
      // Error pages and forms to log in stay out of the history: nobody would ask what changed on them.
      const isPage = wasRead(entry.ending) || entry.ending?.state === 'redirected';
      if (isPage) await addVisit(transaction.objectStore('visits'), report, entry.readAt);
    });
  try {
    await store(screenshot);
  } catch (error) {
    if (!(error instanceof StoreFullError) || screenshot === null || 'none' in screenshot) throw error;
    await store({ none: 'no-room' });
  }
  return ended;
}

/** Stores entries in one transaction, without reports. */
export async function writeEntries(entries: readonly Entry[]): Promise<void> {
  await write(['entries'], async (transaction) => {
    const store = transaction.objectStore('entries');
    await Promise.all(entries.map((entry) => store.put(entry)));
  });
}
