/**
 * Audits and the history of sites, in IndexedDB: they survive the browser. Each thing that must not be half done is one
 * transaction, so that a kill at any moment leaves either all of it or nothing.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { KnownSite, Visit } from '../audits/api/visit.ts';
import { type AuditState, type BulkAudit, isUnreached } from '../audits/bulk-audit.ts';
import { type Change, compareReports } from '../audits/compare-reports.ts';
import { upgradeAudit, upgradeEntry, upgradeReport, upgradeReportIn } from '../audits/earlier-forms.ts';
import { type Entry, newEntry, summarise, wasRead } from '../audits/entry.ts';
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { reportBefore } from './report-before.ts';

interface Schema extends DBSchema {
  audits: { key: string; value: BulkAudit };
  entries: { key: [audit: string, place: number]; value: Entry };
  reports: { key: [audit: string, place: number]; value: SiteReport };
  /**
   * Of entries that were read with the wish for a screenshot. The history keeps none. The name is that of version 2: to rename
   * it, an upgrade would have to copy every image.
   */
  pictures: { key: [audit: string, place: number]; value: MaybeScreenshot };
  visits: {
    key: string;
    value: Visit;
    indexes: { site: [site: string, readAt: string]; page: [url: string, readAt: string]; readAt: string };
  };
}

type Database = IDBPDatabase<Schema>;

export const databaseName = 'icp-lens';
/** Raised by one whenever the stores change; `upgrade` then has a step from the version before, and tests a frozen sample of it. */
export const databaseVersion = 3;

/** The store is full: the browser allows no more. Nothing of what was to be written was written. */
export class StoreFullError extends Error {
  override name = 'StoreFullError';
}

/** The store was made by a newer version of the extension, and is left alone. */
export class StoreTooNewError extends Error {
  override name = 'StoreTooNewError';
}

let opened: Promise<Database> | null = null;
/** Told when the store waits for another page to let go of an older version of it. */
let waits: () => void = () => {};

/**
 * Opens the store ahead of its use. `awaited`: told when it waits for another page that has an older version of it.
 *
 * @throws StoreTooNewError, StoreFullError, and whatever else the browser says.
 */
export async function openStore(awaited: () => void): Promise<void> {
  waits = awaited;
  await open();
}

async function open(): Promise<Database> {
  try {
    // Where it may not be used, browsers throw at once.
    opened ??= openNow();
    return await opened;
  } catch (error) {
    opened = null;
    if (error instanceof DOMException && error.name === 'VersionError') {
      throw new StoreTooNewError('The store was made by a newer version of ICP Lens. Update the extension to open it.');
    }
    throw isQuota(error) ? new StoreFullError(noRoom) : error;
  }
}

async function openNow(): Promise<Database> {
  const upgrading: { transaction?: UpgradeTransaction; error?: unknown } = {};
  const opening = openDB<Schema>(databaseName, databaseVersion, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        database.createObjectStore('audits', { keyPath: 'id' });
        database.createObjectStore('entries', { keyPath: ['audit', 'place'] });
        database.createObjectStore('reports');
        const visits = database.createObjectStore('visits', { keyPath: 'id' });
        visits.createIndex('site', ['site', 'readAt']);
        visits.createIndex('readAt', 'readAt');
      }
      if (oldVersion < 2) {
        database.createObjectStore('pictures');
        transaction.objectStore('visits').createIndex('page', ['report.url', 'readAt']);
      }
      if (oldVersion > 0 && oldVersion < 3) {
        upgrading.transaction = transaction;
        // It is rejected together with the opening, which says why.
        transaction.done.catch(() => {});
        upgradeValues(transaction).catch((error: unknown) => {
          upgrading.error = error;
          // Where the browser itself gave up, there is nothing to undo.
          if (transaction.error === null) transaction.abort();
        });
      }
    },
    blocked: () => waits(),
    // Another page of the extension, newer than this one, waits to upgrade.
    blocking: closeStore,
    terminated() {
      opened = null;
    },
  });
  // Of an upgrade that failed, the browser says only that it was given up.
  return opening.catch((error: unknown) => {
    throw [upgrading.transaction?.error, upgrading.error].find(isQuota) ?? upgrading.error ?? error;
  });
}

type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** How many values an upgrade reads at a time. Reports are large: this many take some tens of megabytes at most. */
const upgradePartSize = 200;

/** Brings all that version 2 kept into the form of version 3. What is in it already is not written again. */
async function upgradeValues(transaction: UpgradeTransaction): Promise<void> {
  const parts: [StoreNames<Schema>, (value: unknown) => unknown][] = [
    ['audits', upgradeAudit],
    ['entries', upgradeEntry],
    ['reports', upgradeReport],
    ['visits', upgradeReportIn],
  ];
  for (const [name, upgrade] of parts) await upgradeStore(transaction.objectStore(name), upgrade);
}

type StoreKey = Schema[StoreNames<Schema>]['key'];

/** What is needed of a store in an upgrade, where its values are of no known type. */
type ValueStore = {
  keyPath: unknown;
  getAll: (range: IDBKeyRange | null, count: number) => Promise<unknown[]>;
  getAllKeys: (range: IDBKeyRange | null, count: number) => Promise<StoreKey[]>;
  put(value: unknown, key?: StoreKey): Promise<unknown>;
};

async function upgradeStore(store: ValueStore, upgrade: (value: unknown) => unknown): Promise<void> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [keys, values]: [StoreKey[], unknown[]] = await Promise.all([
      store.getAllKeys(range, upgradePartSize),
      store.getAll(range, upgradePartSize),
    ]);
    await Promise.all(
      values.map((value, index) => {
        const upgraded = upgrade(value);
        if (upgraded === value) return null;
        return store.keyPath === null ? store.put(upgraded, keys[index]) : store.put(upgraded);
      }),
    );
    const last = keys.at(-1);
    if (last === undefined || keys.length < upgradePartSize) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

const noRoom = 'The browser gives the extension no more room to store things.';

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** Closes the store; what comes next opens it again. */
export async function closeStore(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

/** All entries of an audit, by place. */
const wholeAudit = (audit: string): IDBKeyRange => IDBKeyRange.bound([audit, 0], [audit, Number.POSITIVE_INFINITY]);

/** All visits of a site, by time. */
const timeline = (site: string): IDBKeyRange => IDBKeyRange.bound([site, ''], [site, '\uffff']);

/** How many entries are handed to the store, or read from it, at a time: so many more take no more memory. */
export const partSize = 500;

/**
 * Keeps a new audit with its entries: all or nothing. `kept` is told how many entries the store has been given so far.
 *
 * @throws StoreFullError where the browser allows no more.
 */
export async function createAudit(
  audit: BulkAudit,
  entries: Iterable<Entry>,
  kept: (count: number) => void = () => {},
): Promise<void> {
  await importAudit(audit, entries, [], kept);
}

/**
 * Keeps an audit that was made elsewhere, with its entries and their reports: all or nothing. `kept` is told how many entries
 * and reports the store has been given so far.
 *
 * @throws StoreFullError where the browser allows no more.
 */
export async function importAudit(
  audit: BulkAudit,
  entries: Iterable<Entry>,
  reports: Iterable<{ place: number; report: SiteReport }>,
  kept: (count: number) => void = () => {},
): Promise<void> {
  await write(['audits', 'entries', 'reports'], async (transaction) => {
    const [entryStore, reportStore] = [transaction.objectStore('entries'), transaction.objectStore('reports')];
    await transaction.objectStore('audits').add(audit);
    const count = await addInParts(entries, (entry) => entryStore.add(entry), kept);
    await addInParts(
      reports,
      ({ place, report }) => reportStore.add(report, [audit.id, place]),
      (more) => kept(count + more),
    );
  });
}

/** Adds things some at a time; gives how many. */
async function addInParts<Item>(
  items: Iterable<Item>,
  add: (item: Item) => Promise<unknown>,
  added: (count: number) => void,
): Promise<number> {
  let count = 0;
  for (const part of partsOf(items)) {
    await Promise.all(part.map(add));
    count += part.length;
    added(count);
  }
  return count;
}

function* partsOf<Item>(items: Iterable<Item>): Generator<Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** All audits, the newest first. */
export async function readAudits(): Promise<BulkAudit[]> {
  const audits = await (await open()).getAll('audits');
  return audits.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** An audit; null where there is none of this name. */
export async function readAudit(id: string): Promise<BulkAudit | null> {
  return (await (await open()).get('audits', id)) ?? null;
}

/** The entries of an audit, by place. */
export async function readEntries(audit: string): Promise<Entry[]> {
  return (await open()).getAll('entries', wholeAudit(audit));
}

/** How many entries are read at once: as many as the browser hands over in a few milliseconds. */
const entriesAtOnce = 2_000;

/**
 * The entries of an audit by place, some at a time, so that a page goes on answering while it takes in a hundred thousand. What
 * changes meanwhile may be read as it was or as it is.
 */
export async function* readEntriesInParts(audit: string): AsyncGenerator<Entry[]> {
  let range = wholeAudit(audit);
  for (;;) {
    const entries = await (await open()).getAll('entries', range, entriesAtOnce);
    yield entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < entriesAtOnce) return;
    range = IDBKeyRange.bound([audit, last.place], [audit, Number.POSITIVE_INFINITY], true);
  }
}

/** The whole report of an entry; null where nothing was read. */
export async function readEntryReport(audit: string, place: number): Promise<SiteReport | null> {
  return (await (await open()).get('reports', [audit, place])) ?? null;
}

/** The screenshot of an entry's page, or why there is none; null where none was wanted, or the audit came from a file. */
export async function readEntryScreenshot(audit: string, place: number): Promise<MaybeScreenshot | null> {
  return (await (await open()).get('pictures', [audit, place])) ?? null;
}

/** The reports of an audit's entries by place, for those that were read. */
export async function readAuditReports(audit: string): Promise<{ place: number; report: SiteReport }[]> {
  const transaction = (await open()).transaction('reports');
  const [keys, reports] = await Promise.all([
    transaction.store.getAllKeys(wholeAudit(audit)),
    transaction.store.getAll(wholeAudit(audit)),
  ]);
  return reports.flatMap((report, index) => keys.slice(index, index + 1).map(([, place]) => ({ place, report })));
}

/**
 * The entries of an audit at some places, in the order of these, some at a time: nothing holds more than a part of them. What
 * is no longer there is left out.
 */
export async function* readEntriesAt(audit: string, places: Iterable<number>): AsyncGenerator<Entry[]> {
  for (const part of partsOf(places)) {
    const store = (await open()).transaction('entries').store;
    const found = await atPlaces(audit, part, {
      between: async (range) => (await store.getAll(range)).map((entry) => ({ place: entry.place, value: entry })),
      at: (key) => store.get(key),
    });
    yield found.map(({ value }) => value);
  }
}

/** The reports of an audit's entries at some places, for those that were read; else as `readEntriesAt`. */
export async function* readReportsAt(
  audit: string,
  places: Iterable<number>,
): AsyncGenerator<{ place: number; report: SiteReport }[]> {
  for (const part of partsOf(places)) {
    const store = (await open()).transaction('reports').store;
    const found = await atPlaces(audit, part, {
      between: async (range) => {
        const [keys, reports] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
        return reports.flatMap((value, index) => keys.slice(index, index + 1).map(([, place]) => ({ place, value })));
      },
      at: (key) => store.get(key),
    });
    yield found.map(({ place, value }) => ({ place, report: value }));
  }
}

/**
 * Reads what stands at some places. Places that lie close together, as those of a table in its own order do, are read with one
 * request.
 */
async function atPlaces<Value>(
  audit: string,
  places: readonly number[],
  read: {
    between: (range: IDBKeyRange) => Promise<{ place: number; value: Value }[]>;
    at: (key: [audit: string, place: number]) => Promise<Value | undefined>;
  },
): Promise<{ place: number; value: Value }[]> {
  const least = places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY);
  const most = places.reduce((most, place) => Math.max(most, place), Number.NEGATIVE_INFINITY);
  let values: (Value | undefined)[];
  if (most - least < places.length * 2) {
    const found = await read.between(IDBKeyRange.bound([audit, least], [audit, most]));
    const known = new Map(found.map(({ place, value }) => [place, value]));
    values = places.map((place) => known.get(place));
  } else {
    values = await Promise.all(places.map((place) => read.at([audit, place])));
  }
  return places.flatMap((place, index) => {
    const value = values[index];
    return value === undefined ? [] : [{ place, value }];
  });
}

/** Sets what the user makes of an audit. */
export async function writeAuditState(id: string, state: AuditState): Promise<void> {
  await write(['audits'], async (transaction) => {
    const store = transaction.objectStore('audits');
    const audit = await store.get(id);
    if (audit !== undefined) await store.put({ ...audit, state });
  });
}

/**
 * Keeps how an entry ended, with its report, the screenshot of its page, and its place in the site's history: all or nothing. Only
 * where there is no room for the screenshot, that alone is left out and said in its place.
 *
 * @throws StoreFullError where the browser allows no more; the entry then still waits.
 */
export async function writeEnded(
  entry: Entry,
  report: SiteReport | null,
  screenshot: MaybeScreenshot | null = null,
): Promise<Entry> {
  const known = report === null ? {} : summarise(report, entry.ending);
  // The report may be of the second page that was read.
  const ended: Entry = { ...entry, ...known, finalUrl: entry.finalUrl ?? report?.url ?? null };
  const keep = (screenshot: MaybeScreenshot | null): Promise<void> =>
    write(['audits', 'entries', 'reports', 'pictures', 'visits'], async (transaction) => {
      const before = report === null ? null : await reportBefore(storesOf(transaction), ended, report);
      if (report !== null && before !== null) ended.changes = compareReports(before.report, report).length;
      await transaction.objectStore('entries').put(ended);
      if (report === null || entry.readAt === null) return;
      const key: [string, number] = [entry.audit, entry.place];
      await transaction.objectStore('reports').put(report, key);
      if (screenshot !== null) await transaction.objectStore('pictures').put(screenshot, key);
      // What stood in front of the site, or in its place, is no page of which people would ask what changed.
      const isPage = wasRead(entry.ending) || entry.ending?.state === 'redirected';
      if (isPage) await addVisit(transaction.objectStore('visits'), report, entry.readAt);
    });
  try {
    await keep(screenshot);
  } catch (error) {
    if (!(error instanceof StoreFullError) || screenshot === null || 'none' in screenshot) throw error;
    await keep({ none: 'no-room' });
  }
  return ended;
}

/** The stores that tell what a report is to be held against. */
function storesOf<Names extends StoreNames<Schema>[], Mode extends IDBTransactionMode>(
  transaction: IDBPTransaction<Schema, Names, Mode>,
) {
  return {
    audits: transaction.objectStore('audits'),
    entries: transaction.objectStore('entries'),
    reports: transaction.objectStore('reports'),
    visits: transaction.objectStore('visits'),
  };
}

/** What changed on the page of an entry. `olderAt` and `newerAt`: when the two reports were made, ISO 8601 in UTC. */
export type EntryChanges = { entry: Entry; olderAt: string; newerAt: string; changes: Change[] };

/**
 * What changed on the pages of some entries since the reports before, for those that counted a change: as far as those reports
 * are still kept.
 */
export async function readChanges(entries: readonly Entry[]): Promise<EntryChanges[]> {
  const changed = entries.filter(({ changes = 0 }) => changes > 0);
  if (changed.length === 0) return [];
  const stores = storesOf((await open()).transaction(['audits', 'entries', 'reports', 'visits']));
  const found: EntryChanges[] = [];
  for (const entry of changed) {
    const report = await stores.reports.get([entry.audit, entry.place]);
    const before = report === undefined ? null : await reportBefore(stores, entry, report);
    if (report === undefined || before === null || entry.readAt === null) continue;
    const changes = compareReports(before.report, report);
    found.push({ entry, olderAt: before.readAt, newerAt: entry.readAt, changes });
  }
  return found;
}

/**
 * Keeps a new audit of the addresses of another, at the same places: all or nothing. Gives how many they are.
 *
 * @throws StoreFullError where the browser allows no more.
 */
export async function repeatAudit(audit: Omit<BulkAudit, 'size'> & { repeats: string }): Promise<number> {
  return write(['audits', 'entries'], async (transaction) => {
    const store = transaction.objectStore('entries');
    let size = 0;
    for await (const part of entryParts(store, audit.repeats)) {
      await Promise.all(part.map(({ place, asked, address }) => store.add(newEntry(audit.id, place, asked, address))));
      size += part.length;
    }
    await transaction.objectStore('audits').add({ ...audit, size });
    return size;
  });
}

/**
 * Has the entries of an audit that is over wait again that were not reached, and the audit run on: all or nothing. What was
 * read of them is forgotten but for the history of their sites. Gives how many they are; of none, nothing is done.
 */
export async function retryUnreached(id: string): Promise<number> {
  return write(['audits', 'entries', 'reports', 'pictures'], async (transaction) => {
    const audits = transaction.objectStore('audits');
    const store = transaction.objectStore('entries');
    const audit = await audits.get(id);
    if (audit === undefined || (audit.state !== 'done' && audit.state !== 'cancelled')) return 0;
    let count = 0;
    for await (const part of entryParts(store, id)) {
      const unreached = part.filter(isUnreached);
      count += unreached.length;
      await Promise.all(
        unreached.flatMap(({ place, asked, address }): Promise<unknown>[] => [
          store.put(newEntry(id, place, asked, address)),
          transaction.objectStore('reports').delete([id, place]),
          transaction.objectStore('pictures').delete([id, place]),
        ]),
      );
    }
    if (count > 0) await audits.put({ ...audit, state: 'running' });
    return count;
  });
}

/** The entries of an audit by place, some at a time, within one transaction. */
async function* entryParts(
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

/** Keeps how many entries ended at once, without reports. */
export async function writeEntries(entries: readonly Entry[]): Promise<void> {
  await write(['entries'], async (transaction) => {
    const store = transaction.objectStore('entries');
    await Promise.all(entries.map((entry) => store.put(entry)));
  });
}

/** Deletes an audit with all that belongs to it. The history of its sites stays. */
export async function deleteAudit(id: string): Promise<void> {
  await write(['audits', 'entries', 'reports', 'pictures'], async (transaction) => {
    await Promise.all([
      transaction.objectStore('audits').delete(id),
      transaction.objectStore('entries').delete(wholeAudit(id)),
      transaction.objectStore('reports').delete(wholeAudit(id)),
      transaction.objectStore('pictures').delete(wholeAudit(id)),
    ]);
  });
}

/**
 * Keeps a report in its site's history.
 *
 * @throws StoreFullError where the browser allows no more.
 */
export async function writeVisit(report: SiteReport, readAt: string): Promise<void> {
  await write(['visits'], (transaction) => addVisit(transaction.objectStore('visits'), report, readAt));
}

/** The timeline of a site, the newest first. */
export async function readVisits(site: string): Promise<Visit[]> {
  return (await (await open()).getAllFromIndex('visits', 'site', timeline(site))).reverse();
}

/** The visits of a site from a moment on (ISO 8601 in UTC), the oldest first. */
export async function readVisitsSince(site: string, moment: string): Promise<Visit[]> {
  const since = IDBKeyRange.bound([site, moment], [site, '\uffff']);
  return (await open()).getAllFromIndex('visits', 'site', since);
}

/** Every site with a history: when it was last read and how often, in the order of their names. */
export async function readSites(): Promise<KnownSite[]> {
  const sites = new Map<string, KnownSite>();
  const index = (await open()).transaction('visits').store.index('site');
  for await (const cursor of index.iterate()) {
    const [site, readAt] = cursor.key;
    sites.set(site, { site, visits: (sites.get(site)?.visits ?? 0) + 1, lastReadAt: readAt });
  }
  return [...sites.values()];
}

/** Deletes one visit of a site's history. */
export async function deleteVisit(id: string): Promise<void> {
  await write(['visits'], (transaction) => transaction.objectStore('visits').delete(id));
}

/** Deletes the whole history of some sites; of all where none are named. */
export async function deleteHistory(sites: readonly string[] | 'all'): Promise<void> {
  await write(['visits'], async (transaction) => {
    const store = transaction.objectStore('visits');
    if (sites === 'all') {
      await store.clear();
      return;
    }
    for (const site of sites) {
      const keys = await store.index('site').getAllKeys(timeline(site));
      await Promise.all(keys.map((key) => store.delete(key)));
    }
  });
}

/** Deletes visits from before a moment (ISO 8601 in UTC); gives how many. */
export async function deleteVisitsBefore(moment: string): Promise<number> {
  return write(['visits'], async (transaction) => {
    const store = transaction.objectStore('visits');
    const keys = await store.index('readAt').getAllKeys(IDBKeyRange.upperBound(moment, true));
    await Promise.all(keys.map((key) => store.delete(key)));
    return keys.length;
  });
}

type VisitStore = { put: (visit: Visit) => Promise<string> };

async function addVisit(store: VisitStore, report: SiteReport, readAt: string): Promise<void> {
  if (!URL.canParse(report.url)) return;
  await store.put({ id: crypto.randomUUID(), site: new URL(report.url).host, readAt, report });
}

/** Runs a change as one transaction, which is over when what it wrote is on the disk. */
async function write<Names extends StoreNames<Schema>[], Result>(
  names: Names,
  change: (transaction: IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<Result>,
): Promise<Result> {
  const transaction = (await open()).transaction(names, 'readwrite', { durability: 'strict' });
  const changed = change(transaction).catch((error: unknown) => {
    // What was written before the error would otherwise stay. Where the browser itself gave up, there is nothing to undo.
    if (transaction.error === null) transaction.abort();
    throw error;
  });
  const [result, done] = await Promise.allSettled([changed, transaction.done]);
  if (result.status === 'fulfilled' && done.status === 'fulfilled') return result.value;
  const reasons: unknown[] = [result, done].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  throw [...reasons, transaction.error].some(isQuota) ? new StoreFullError(noRoom) : reasons[0];
}
