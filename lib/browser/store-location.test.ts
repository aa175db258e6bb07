import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultOptions } from '../audits/bulk-audit.ts';
import { createAudit, readAudits } from '../store/audits.ts';
import { closeStore, databaseName, databaseVersion } from '../store/database.ts';
import 'fake-indexeddb/auto';
import { findStoreLocation } from './store-location.ts';

const awaited = vi.fn();

/** A browser that opens no store, for a reason. */
function refusing(name: string, message: string): void {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException(message, name);
  });
}

beforeEach(() => {
  awaited.mockReset();
  Object.assign(fakeBrowser.extension, { inIncognitoContext: false });
  Object.defineProperty(globalThis, 'indexedDB', { value: new IDBFactory(), configurable: true, writable: true });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeStore();
});

test('the store is on the disk where the browser has one, in private windows too', async () => {
  expect(await findStoreLocation(awaited)).toEqual({ kind: 'disk' });
  Object.assign(fakeBrowser.extension, { inIncognitoContext: true });
  expect(await findStoreLocation(awaited)).toEqual({ kind: 'disk' });
  expect(awaited).not.toHaveBeenCalled();
});

test('the store is in memory where a private window has no other, and its functions work as usual', async () => {
  refusing('InvalidStateError', 'A mutation operation was attempted on a database that did not allow mutations.');
  const browsers = indexedDB;
  Object.assign(fakeBrowser.extension, { inIncognitoContext: true });
  expect(await findStoreLocation(awaited)).toEqual({ kind: 'memory' });
  expect(indexedDB).not.toBe(browsers);
  const audit = { id: 'a', name: 'a', createdAt: '', state: 'running', options: defaultOptions, size: 0 } as const;
  await createAudit(audit, []);
  expect(await readAudits()).toEqual([audit]);
});

test.each([
  ['UnknownError', 'Internal error opening backing store.', false, 'other', 'UnknownError: Internal error'],
  ['InvalidStateError', 'No store.', false, 'other', 'InvalidStateError: No store.'],
  ['QuotaExceededError', 'No space.', false, 'full', 'StoreFullError'],
  ['QuotaExceededError', 'No space.', true, 'full', 'StoreFullError'],
])('a store that fails to open gives its fault: %s, %s, private: %s', async (name, message, inIncognitoContext, fault, why) => {
  refusing(name, message);
  Object.assign(fakeBrowser.extension, { inIncognitoContext });
  const location = await findStoreLocation(awaited);
  expect(location).toMatchObject({ kind: 'none', fault });
  expect('why' in location && location.why).toContain(why);
});

/** The store as a page with another version of it has it open, with the object stores that every version has. */
async function openAs(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('audits', { keyPath: 'id' });
      request.result.createObjectStore('entries', { keyPath: ['audit', 'place'] });
      request.result.createObjectStore('reports');
      request.result.createObjectStore('visits', { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

test('a store of a newer version is named as such', async () => {
  (await openAs(databaseVersion + 1)).close();
  expect(await findStoreLocation(awaited)).toMatchObject({ kind: 'none', fault: 'too-new' });
});

test('a page that holds an older version of the store is waited for, and the callback reports that', async () => {
  const older = await openAs(1);
  const found = findStoreLocation(awaited);
  await vi.waitFor(() => expect(awaited).toHaveBeenCalledOnce());
  older.close();
  expect(await found).toEqual({ kind: 'disk' });
});
