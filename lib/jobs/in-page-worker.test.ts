import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { defaultOptions } from '../audits/bulk-audit.ts';
import { closeStore, readAudits, readEntries } from '../store/audit-store.ts';
import { makeInPageWorker } from './in-page-worker.ts';
import { openWorkerClient, WorkerLostError } from './worker-client.ts';

const head = { id: 'a', name: 'partners', createdAt: '', state: 'running', options: defaultOptions } as const;
const makeWorker = () => makeInPageWorker(async () => ({}));

beforeEach(async () => {
  await closeStore();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

test('what the page does in place of a worker ends up in the store that the page has', async () => {
  const line = openWorkerClient(makeWorker());
  const told: number[] = [];
  expect(await line.ask({ name: 'read', texts: ['a.cn\nb.cn'], columns: [null] })).toMatchObject({ name: 'read' });
  const started = await line.ask({ name: 'start', audit: head }, (done) => told.push(done));
  expect(started).toEqual({ name: 'started', size: 2 });
  expect(told).toEqual([2]);
  expect((await readEntries('a')).map(({ asked }) => asked)).toEqual(['a.cn', 'b.cn']);
});

test('ended in the midst of it, nothing of the task stays', async () => {
  const line = openWorkerClient(makeWorker());
  const addresses = Array.from({ length: 1_200 }, (_, place) => `a${place}.cn`).join('\n');
  await line.ask({ name: 'read', texts: [addresses], columns: [null] });
  const counts: number[] = [];
  const started = line.ask({ name: 'start', audit: head }, (done) => {
    counts.push(done);
    line.close();
  });
  await expect(started).rejects.toThrow(WorkerLostError);
  // A transaction that was asked for later comes later.
  expect(await readAudits()).toEqual([]);
  expect(await readEntries('a')).toEqual([]);
  expect(counts).toEqual([500]);
});
