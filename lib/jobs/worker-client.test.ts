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

test('a task is handed on, its progress told, its answer given', async () => {
  const line = openWorkerClient(makeFakeWorker());
  const told: unknown[] = [];
  const asked = line.run(read(), (done, all) => told.push([done, all]));
  const worker = lastWorker();
  expect(worker.tasks).toEqual([task]);
  await worker.send({ name: 'ready', lock: 'one' });
  await worker.send({ name: 'progress', done: 1, all: null });
  await worker.send({ name: 'progress', done: 2, all: 3 });
  await worker.send({ name: 'started', size: 3 });
  expect(await asked).toEqual({ name: 'started', size: 3 });
  expect(told).toEqual([
    [1, null],
    [2, 3],
  ]);
  line.close();
  expect([worker.isEnded, waiting.size]).toEqual([true, 0]);
});

test.each<[string, () => Promise<void> | void, string, string]>([
  ['breaks', () => lastWorker().onerror?.({ message: 'no memory' }), 'WorkerBrokenError', 'no memory'],
  ['says what cannot be read', () => lastWorker().onmessageerror?.(), 'WorkerBrokenError', 'could not be read'],
  ['says what is none of ours', () => lastWorker().send({ name: 'nonsense' }), 'WorkerBrokenError', 'none of ours'],
  ['is ended by the browser without a word', () => waiting.get('one')?.(), 'WorkerLostError', 'ended'],
])('a worker that %s is told of as such, also to every later task', async (_how, happen, name, message) => {
  const error = expect.objectContaining({ name, message: expect.stringContaining(message) });
  const line = openWorkerClient(makeFakeWorker());
  const asked = expect(line.run(read())).rejects.toEqual(error);
  await lastWorker().send({ name: 'ready', lock: 'one' });
  await happen();
  await asked;
  await expect(line.run(read())).rejects.toEqual(error);
  expect(lastWorker().isEnded).toBe(true);
});

test('a line that is closed gives up its task', async () => {
  const line = openWorkerClient(makeFakeWorker());
  const asked = expect(line.run(read())).rejects.toThrow(WorkerLostError);
  line.close();
  await asked;
});
