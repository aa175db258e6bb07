import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { readAudits } from './audits.ts';
import { closeStore, databaseName, databaseVersion, StoreTooNewError } from './database.ts';
import { deleteStore } from './fixtures.ts';

afterEach(deleteStore);

test('a store of a newer version is left alone', async () => {
  await closeStore();
  const newer = await openDB(databaseName, databaseVersion + 1);
  newer.close();
  await expect(readAudits()).rejects.toThrow(StoreTooNewError);
});
