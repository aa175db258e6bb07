import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textsOf } from '../../components/shared/fixtures.ts';
import type { FileWork } from '../audits/api/file-work.ts';
import { openFileJobs } from './file-jobs.ts';
import { FakeWorker, fakeLocks, lastWorker, makeFakeWorker, settled } from './fixtures.ts';

const t = textsOf('zh_CN');
const tool = { name: 'ICP Lens', version: '0.1.0' };
const audit = { id: 'a', name: 'partners' };
const content = new Blob(['x']);

function openJobs() {
  const saved: string[] = [];
  const published: (FileWork | null)[] = [];
  const jobs = openFileJobs({ makeWorker: makeFakeWorker, saveFile: ({ name }) => saved.push(name), t, tool });
  jobs.subscribe((work) => published.push(work));
  return { jobs, saved, published };
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

test('a file is written by a new worker, its progress is published, and it is saved', async () => {
  const { jobs, saved, published } = openJobs();
  expect(jobs.save('xlsx', audit, [2, 1])).toBe(true);
  const worker = lastWorker();
  expect(worker.tasks).toEqual([{ name: 'save', format: 'xlsx', audit: 'a', places: [2, 1], language: 'zh', tool }]);
  await worker.send({ name: 'progress', done: 1, all: 2 });
  await worker.send({ name: 'saved', file: { name: 'a.xlsx', content, cutCells: 3 } });
  const going = { state: 'going', task: 'xlsx', subject: 'partners' };
  expect(published).toEqual([
    null,
    { ...going, done: 0, all: null },
    { ...going, done: 1, all: 2 },
    { state: 'saved', file: 'a.xlsx', cutCells: 3 },
  ]);
  expect([saved, worker.isEnded]).toEqual([['a.xlsx'], true]);
  jobs.dismiss();
  expect(published.at(-1)).toBeNull();
});

test('only one file job runs at a time, and the next one gets a new worker', async () => {
  const { jobs } = openJobs();
  expect(jobs.save('json', audit, [0])).toBe(true);
  expect(jobs.save('csv-sites', audit, [0])).toBe(false);
  expect(jobs.import(new File(['{}'], 'a.json'))).toBe(false);
  expect(FakeWorker.all.length).toBe(1);
  jobs.dismiss();
  await lastWorker().send({ name: 'saved', file: { name: 'a.json', content, cutCells: 0 } });
  expect(jobs.import(new File(['{}'], 'a.json'))).toBe(true);
  expect(FakeWorker.all.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test('a cancelled file is not saved, and another job can start at once', async () => {
  const { jobs, saved, published } = openJobs();
  jobs.save('xlsx', audit, [0]);
  const stopped = lastWorker();
  jobs.cancel();
  expect([stopped.isEnded, published.at(-1)]).toEqual([true, { state: 'cancelled', task: 'xlsx' }]);
  expect(jobs.save('json', audit, [0])).toBe(true);
  await settled();
  expect(published.at(-1)).toMatchObject({ state: 'going', task: 'json' });
  await lastWorker().send({ name: 'saved', file: { name: 'a.json', content, cutCells: 0 } });
  expect(saved).toEqual(['a.json']);
  jobs.cancel();
  expect(published.at(-1)).toMatchObject({ state: 'saved' });
});

test('every other end of a file job is published', async () => {
  const { jobs, saved, published } = openJobs();
  const file = new File(['{}'], 'a.json');
  jobs.import(file);
  await lastWorker().send({ name: 'imported', audit: { id: 'b', name: 'partners' } });
  expect(published.at(-1)).toEqual({ state: 'imported', audit: { id: 'b', name: 'partners' } });
  jobs.import(file);
  await lastWorker().send({ name: 'refused', fault: { fault: 'full' } });
  expect(published.at(-1)).toEqual({ state: 'refused', why: t('workspace_import_full') });
  jobs.import(file);
  await lastWorker().send({ name: 'failed', why: 'x' });
  expect(published.at(-1)).toEqual({ state: 'failed', task: 'import', why: 'x' });
  jobs.save('evidence', audit, [0]);
  lastWorker().onerror?.({ message: 'broken' });
  await settled();
  expect(published.at(-1)).toEqual({ state: 'failed', task: 'evidence', why: 'broken' });
  expect(saved).toEqual([]);
  expect(FakeWorker.all.every(({ isEnded }) => isEnded)).toBe(true);
});

test('a later subscriber gets the present state at once, and nothing after it unsubscribes', async () => {
  const { jobs } = openJobs();
  jobs.save('xlsx', audit, [0]);
  const heard: (string | null)[] = [];
  const unsubscribe = jobs.subscribe((work) => heard.push(work?.state ?? null));
  unsubscribe();
  jobs.cancel();
  expect(heard).toEqual(['going']);
});
