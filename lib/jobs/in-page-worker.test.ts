import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { defaultOptions } from '../audits/bulk-audit.ts';
import { readAudits } from '../store/audits.ts';
import { closeStore } from '../store/database.ts';
import { readEntries } from '../store/entries.ts';
import { makeInPageWorker } from './in-page-worker.ts';
import { openWorkerClient, WorkerLostError } from './worker-client.ts';

const head = { id: 'a', name: 'partners', createdAt: '', state: 'running', options: defaultOptions } as const;
const makeWorker = () => makeInPageWorker(async () => ({}));

beforeEach(async () => {
  await closeStore();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

test('a task that the page runs in place of a worker writes to the page’s store', async () => {
  const client = openWorkerClient(makeWorker());
  const reported: number[] = [];
  expect(await client.run({ name: 'read', texts: ['a.cn\nb.cn'], columns: [null] })).toMatchObject({ name: 'read' });
  const started = await client.run({ name: 'start', audit: head }, (done) => reported.push(done));
  expect(started).toEqual({ name: 'started', size: 2 });
  expect(reported).toEqual([2]);
  expect((await readEntries('a')).map(({ asked }) => asked)).toEqual(['a.cn', 'b.cn']);
});

test('a task that is ended early leaves nothing in the store', async () => {
  const client = openWorkerClient(makeWorker());
  const addresses = Array.from({ length: 1_200 }, (_, place) => `a${place}.cn`).join('\n');
  await client.run({ name: 'read', texts: [addresses], columns: [null] });
  const counts: number[] = [];
  const started = client.run({ name: 'start', audit: head }, (done) => {
    counts.push(done);
    client.close();
  });
  await expect(started).rejects.toThrow(WorkerLostError);
  // A transaction that was asked for later comes later.
  expect(await readAudits()).toEqual([]);
  expect(await readEntries('a')).toEqual([]);
  expect(counts).toEqual([500]);
});
