/** The extension's IndexedDB database: audits and the history of sites, which survive the browser. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Visit } from '../audits/api/visit.ts';
import type { BulkAudit } from '../audits/bulk-audit.ts';
import type { Entry } from '../audits/entry.ts';
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { upgradeValues } from './upgrade-values.ts';

/** The object stores of the database, with their keys, values and indexes. */
export interface Schema extends DBSchema {
  audits: { key: string; value: BulkAudit };
  entries: { key: [audit: string, place: number]; value: Entry };
  reports: { key: [audit: string, place: number]; value: SiteReport };
  /**
   * The screenshots of the entries whose audit asked for them. The history holds none. The name dates from version 2: to rename
   * the store, an upgrade would have to copy every image.
   */
  pictures: { key: [audit: string, place: number]; value: MaybeScreenshot };
  visits: {
    key: string;
    value: Visit;
    indexes: { site: [site: string, readAt: string]; page: [url: string, readAt: string]; readAt: string };
  };
}

type Database = IDBPDatabase<Schema>;
type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

export const databaseName = 'icp-lens';
/**
 * The version of the database. A change of the stores or of the form of their values raises it by one, adds a step to the
 * upgrade, and adds a frozen sample to the tests.
 */
export const databaseVersion = 3;

/** The browser refused to store more: the storage quota is used up. The transaction wrote nothing. */
export class StoreFullError extends Error {
  override name = 'StoreFullError';
}

/** A newer version of the extension made the database. This version does not open it. */
export class StoreTooNewError extends Error {
  override name = 'StoreTooNewError';
}

let opened: Promise<Database> | null = null;
/** Called when the upgrade waits for another page to close an older version of the database. */
let onBlocked: () => void = () => {};

/**
 * Opens the database before its first use. `blocked` is called when the upgrade waits for another page that has an older version
 * open.
 *
 * @throws StoreTooNewError, StoreFullError, and any other error of the browser.
 */
export async function openStore(blocked: () => void): Promise<void> {
  onBlocked = blocked;
  await openDatabase();
}

/**
 * Gives the open database, and opens it first where it is closed.
 *
 * @throws StoreTooNewError, StoreFullError, and any other error of the browser.
 */
export async function openDatabase(): Promise<Database> {
  try {
    // Where a page may not use IndexedDB, browsers throw at once.
    opened ??= openAndUpgrade();
    return await opened;
  } catch (error) {
    opened = null;
    if (error instanceof DOMException && error.name === 'VersionError') {
      throw new StoreTooNewError('The store was made by a newer version of ICP Lens. Update the extension to open it.');
    }
    throw isQuotaError(error) ? new StoreFullError(fullMessage) : error;
  }
}

async function openAndUpgrade(): Promise<Database> {
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
        // The opening is rejected as well, and its error is the one that is thrown.
        transaction.done.catch(() => {});
        upgradeValues((name) => transaction.objectStore(name)).catch((error: unknown) => {
          upgrading.error = error;
          // Where the browser has aborted the transaction itself, it cannot be aborted again.
          if (transaction.error === null) transaction.abort();
        });
      }
    },
    blocked: () => onBlocked(),
    // A newer page of the extension waits to upgrade the database.
    blocking: closeStore,
    terminated() {
      opened = null;
    },
  });
  // The browser's own error says only that the upgrade was aborted, not why.
  return opening.catch((error: unknown) => {
    throw [upgrading.transaction?.error, upgrading.error].find(isQuotaError) ?? upgrading.error ?? error;
  });
}

/** Closes the database. The next use opens it again. */
export async function closeStore(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

/**
 * Runs a change in one transaction over the named stores, and gives the change's result once the data is on the disk. A change
 * that fails, or is killed, leaves nothing behind.
 *
 * @throws StoreFullError where the storage quota is used up; else the error of the change.
 */
export async function write<Names extends StoreNames<Schema>[], Result>(
  names: Names,
  change: (transaction: IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<Result>,
): Promise<Result> {
  const transaction = (await openDatabase()).transaction(names, 'readwrite', { durability: 'strict' });
  const changed = change(transaction).catch((error: unknown) => {
    // Without the abort, the browser would commit what was written before the error. Where the browser has aborted the
    // transaction itself, it cannot be aborted again.
    if (transaction.error === null) transaction.abort();
    throw error;
  });
  const [result, done] = await Promise.allSettled([changed, transaction.done]);
  if (result.status === 'fulfilled' && done.status === 'fulfilled') return result.value;
  const reasons: unknown[] = [result, done].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  throw [...reasons, transaction.error].some(isQuotaError) ? new StoreFullError(fullMessage) : reasons[0];
}

const fullMessage = 'The browser gives the extension no more room to store things.';

function isQuotaError(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
