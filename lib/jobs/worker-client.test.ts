import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeLocks, lastWorker, makeFakeWorker } from './fixtures.ts';
import { openWorkerClient, WorkerLostError } from './worker-client.ts';
import type { WorkerTask } from './worker-messages.ts';

const { locks, waiting } = fakeLocks();
const task: WorkerTask = { name: 'read', texts: ['a.cn'], columns: [] };
const read = () => ({ ...task, texts: [...task.texts] });

beforeEach(() => {
  vi.stubGlobal('navigator', { locks });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a task is sent to the worker, its progress is reported, and its answer is returned', async () => {
  const client = openWorkerClient(makeFakeWorker());
  const reported: unknown[] = [];
  const asked = client.run(read(), (done, all) => reported.push([done, all]));
  const worker = lastWorker();
  expect(worker.tasks).toEqual([task]);
  await worker.send({ name: 'ready', lock: 'one' });
  await worker.send({ name: 'progress', done: 1, all: null });
  await worker.send({ name: 'progress', done: 2, all: 3 });
  await worker.send({ name: 'started', size: 3 });
  expect(await asked).toEqual({ name: 'started', size: 3 });
  expect(reported).toEqual([
    [1, null],
    [2, 3],
  ]);
  client.close();
  expect([worker.isEnded, waiting.size]).toEqual([true, 0]);
});

test.each<[string, () => Promise<void> | void, string, string]>([
  ['breaks', () => lastWorker().onerror?.({ message: 'no memory' }), 'WorkerBrokenError', 'no memory'],
  ['says what cannot be read', () => lastWorker().onmessageerror?.(), 'WorkerBrokenError', 'could not be read'],
  ['sends an invalid message', () => lastWorker().send({ name: 'nonsense' }), 'WorkerBrokenError', 'invalid message'],
  ['is ended by the browser without a word', () => waiting.get('one')?.(), 'WorkerLostError', 'ended'],
])('a worker that %s rejects its task with that error, and every later task', async (_how, happen, name, message) => {
  const error = expect.objectContaining({ name, message: expect.stringContaining(message) });
  const client = openWorkerClient(makeFakeWorker());
  const asked = expect(client.run(read())).rejects.toEqual(error);
  await lastWorker().send({ name: 'ready', lock: 'one' });
  await happen();
  await asked;
  await expect(client.run(read())).rejects.toEqual(error);
  expect(lastWorker().isEnded).toBe(true);
});

test('a client that is closed rejects its task', async () => {
  const client = openWorkerClient(makeFakeWorker());
  const asked = expect(client.run(read())).rejects.toThrow(WorkerLostError);
  client.close();
  await asked;
});
