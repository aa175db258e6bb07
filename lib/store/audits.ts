/** Audits as a whole: create, import, read, repeat, delete. */
import { type AuditState, type BulkAudit, isUnreached } from '../audits/bulk-audit.ts';
import { type Entry, newEntry } from '../audits/entry.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { openDatabase, write } from './database.ts';
import { entriesOfAudit, partsOfAudit } from './entries.ts';
import { partsOf } from './parts.ts';

/**
 * Stores a new audit and its entries in one transaction. `onProgress` gets the number of entries that were written so far.
 *
 * @throws StoreFullError where the storage quota is used up.
 */
export async function createAudit(
  audit: BulkAudit,
  entries: Iterable<Entry>,
  onProgress: (count: number) => void = () => {},
): Promise<void> {
  await importAudit(audit, entries, [], onProgress);
}

/**
 * Stores an audit from a file, with its entries and their reports, in one transaction. `onProgress` gets the number of entries and
 * reports that were written so far.
 *
 * @throws StoreFullError where the storage quota is used up.
 */
export async function importAudit(
  audit: BulkAudit,
  entries: Iterable<Entry>,
  reports: Iterable<{ place: number; report: SiteReport }>,
  onProgress: (count: number) => void = () => {},
): Promise<void> {
  await write(['audits', 'entries', 'reports'], async (transaction) => {
    const [entryStore, reportStore] = [transaction.objectStore('entries'), transaction.objectStore('reports')];
    await transaction.objectStore('audits').add(audit);
    const count = await addInParts(entries, (entry) => entryStore.add(entry), onProgress);
    await addInParts(
      reports,
      ({ place, report }) => reportStore.add(report, [audit.id, place]),
      (more) => onProgress(count + more),
    );
  });
}

/** Adds items part by part, calls `onProgress` with the number so far after each part, and gives the number of all. */
async function addInParts<Item>(
  items: Iterable<Item>,
  add: (item: Item) => Promise<unknown>,
  onProgress: (count: number) => void,
): Promise<number> {
  let count = 0;
  for (const part of partsOf(items)) {
    await Promise.all(part.map(add));
    count += part.length;
    onProgress(count);
  }
  return count;
}

/** Gives all audits, the newest first. */
export async function readAudits(): Promise<BulkAudit[]> {
  const audits = await (await openDatabase()).getAll('audits');
  return audits.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Gives an audit; null where no audit has this id. */
export async function readAudit(id: string): Promise<BulkAudit | null> {
  return (await (await openDatabase()).get('audits', id)) ?? null;
}

/** Sets the state of an audit. Does nothing where no audit has this id. */
export async function writeAuditState(id: string, state: AuditState): Promise<void> {
  await write(['audits'], async (transaction) => {
    const store = transaction.objectStore('audits');
    const audit = await store.get(id);
    if (audit !== undefined) await store.put({ ...audit, state });
  });
}

/**
 * Stores a new audit with the addresses of the audit that it repeats, at the same places, in one transaction. Gives the number of
 * entries.
 *
 * @throws StoreFullError where the storage quota is used up.
 */
export async function repeatAudit(audit: Omit<BulkAudit, 'size'> & { repeats: string }): Promise<number> {
  return write(['audits', 'entries'], async (transaction) => {
    const store = transaction.objectStore('entries');
    let size = 0;
    for await (const part of partsOfAudit(store, audit.repeats)) {
      await Promise.all(part.map(({ place, asked, address }) => store.add(newEntry(audit.id, place, asked, address))));
      size += part.length;
    }
    await transaction.objectStore('audits').add({ ...audit, size });
    return size;
  });
}

/**
 * Sets the unreached entries of a finished or cancelled audit back to waiting and the audit to running, in one transaction. Deletes
 * the reports and screenshots of these entries; the history of their sites stays. Gives the number of these entries. Where there is
 * none, or the audit is neither finished nor cancelled, nothing changes.
 */
export async function retryUnreached(id: string): Promise<number> {
  return write(['audits', 'entries', 'reports', 'pictures'], async (transaction) => {
    const audits = transaction.objectStore('audits');
    const store = transaction.objectStore('entries');
    const audit = await audits.get(id);
    if (audit === undefined || (audit.state !== 'done' && audit.state !== 'cancelled')) return 0;
    let count = 0;
    for await (const part of partsOfAudit(store, id)) {
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

/** Deletes an audit with its entries, reports and screenshots. The history of its sites stays. */
export async function deleteAudit(id: string): Promise<void> {
  await write(['audits', 'entries', 'reports', 'pictures'], async (transaction) => {
    await Promise.all([
      transaction.objectStore('audits').delete(id),
      transaction.objectStore('entries').delete(entriesOfAudit(id)),
      transaction.objectStore('reports').delete(entriesOfAudit(id)),
      transaction.objectStore('pictures').delete(entriesOfAudit(id)),
    ]);
  });
}
