import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { openAddressReader } from './address-reader.ts';
import { FakeWorker, fakeLocks, lastWorker, makeFakeWorker, settled } from './fixtures.ts';
import type { AuditHead, WorkerAnswer } from './worker-messages.ts';

const answer = (addresses: number): WorkerAnswer => ({
  name: 'read',
  summary: { addresses, duplicates: { count: 0, first: [] }, invalidLines: { count: 0, first: [] }, tables: [] },
  unreadable: [],
});
const head = { id: 'a', name: 'partners', createdAt: '', state: 'running', options: defaultOptions } as const;

function open() {
  const made: BulkAudit[] = [];
  const start = async (_name: string, _options: object, keep: (audit: AuditHead) => Promise<number>) => {
    const audit = { ...head, size: await keep(head) };
    made.push(audit);
    return audit;
  };
  return { made, reader: openAddressReader(makeFakeWorker, start) };
}

beforeEach(() => {
  FakeWorker.all = [];
  vi.stubGlobal('navigator', { locks: fakeLocks().locks });
  vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('one worker reads what is asked one after the other', async () => {
  const { reader } = open();
  const [file, first] = [new Blob(['b.cn']), reader.read(['a.cn'], [])];
  await lastWorker().say(answer(1));
  expect(await first).toEqual(answer(1));
  const second = reader.read(['', file], [null, 2]);
  await lastWorker().say(answer(2));
  expect(await second).toEqual(answer(2));
  expect(FakeWorker.all.length).toBe(1);
  expect(lastWorker().tasks).toEqual([
    { name: 'read', texts: ['a.cn'], columns: [] },
    { name: 'read', texts: ['', file], columns: [null, 2] },
  ]);
});

test('the latest text counts: what reads an earlier one is ended', async () => {
  const { reader } = open();
  const first = reader.read(['a'], []);
  const early = lastWorker();
  const second = reader.read(['b'], []);
  expect(await first).toBe('overtaken');
  expect(early.isEnded).toBe(true);
  await lastWorker().say(answer(5));
  expect(await second).toEqual(answer(5));
});

test('a worker that breaks is told of with the reason, and the next text gets another', async () => {
  const { reader } = open();
  const first = reader.read(['a'], []);
  lastWorker().onerror?.({ message: 'broken' });
  expect(await first).toEqual({ error: 'broken' });
  const second = reader.read(['a'], []);
  await lastWorker().say(answer(1));
  expect(await second).toEqual(answer(1));
  expect(FakeWorker.all.length).toBe(2);
});

test('an audit begins with what was read', async () => {
  const { made, reader } = open();
  const reading = reader.read(['a'], []);
  await lastWorker().say(answer(3));
  await reading;
  const told: unknown[] = [];
  const started = reader.start('partners', defaultOptions, (done, all) => told.push([done, all]));
  await settled();
  expect(lastWorker().tasks.at(-1)).toEqual({ name: 'start', audit: head });
  await lastWorker().say({ name: 'progress', done: 2, all: 3 });
  await lastWorker().say({ name: 'started', size: 3 });
  expect(await started).toEqual({ ...head, size: 3 });
  expect([made.length, told]).toEqual([1, [[2, 3]]]);
});

test.each([
  ['full', { name: 'full' }],
  [{ error: 'UnknownError: x' }, { name: 'failed', why: 'UnknownError: x' }],
] as const)('an audit that cannot begin: %j', async (said, news) => {
  const { made, reader } = open();
  const reading = reader.read(['a'], []);
  await lastWorker().say(answer(3));
  await reading;
  const started = reader.start('partners', defaultOptions, () => {});
  await settled();
  await lastWorker().say(news);
  expect(await started).toEqual(said);
  expect(made).toEqual([]);
});

test('no worker stays when it is closed, and nobody is told', async () => {
  const { reader } = open();
  const reading = reader.read(['a'], []);
  reader.close();
  expect(await reading).toBe('overtaken');
  expect(lastWorker().isEnded).toBe(true);
});
