import { describe, expect, test } from 'vitest';
import { defaultOptions } from '../audits/bulk-audit.ts';
import { parseWorkerMessage, parseWorkerTask } from './parse-worker-message.ts';
import type { WorkerMessage, WorkerTask } from './worker-messages.ts';

const audit = {
  id: 'a',
  name: 'partners',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'running',
  options: defaultOptions,
} as const;
const tool = { name: 'ICP Lens', version: '0.1.0' };
const at = { text: 1, line: 3 };

const tasks: Record<WorkerTask['name'], WorkerTask> = {
  read: { name: 'read', texts: ['a.cn', new Blob(['b.cn'])], columns: [null, 2] },
  start: { name: 'start', audit: { ...audit, repeats: 'b' } },
  save: { name: 'save', format: 'xlsx', audit: 'a', places: [2, 0, 1], language: 'zh', tool },
  import: { name: 'import', file: new Blob(['{}']) },
};

const news: Record<WorkerMessage['name'], WorkerMessage[]> = {
  ready: [{ name: 'ready', lock: 'x' }],
  progress: [
    { name: 'progress', done: 1, all: 2 },
    { name: 'progress', done: 1, all: null },
  ],
  read: [
    {
      name: 'read',
      summary: {
        addresses: 1,
        duplicates: { count: 1, first: [{ at, asked: 'a.cn', sameAs: at }] },
        invalidLines: { count: 1, first: [{ at, content: 'x y', reason: 'no-address' }] },
        tables: [{ text: 1, column: 2, columns: [{ column: 2, name: '网址' }] }],
      },
      unreadable: [0],
    },
  ],
  started: [{ name: 'started', size: 7 }],
  saved: [{ name: 'saved', file: { name: 'a.csv', content: new Blob(['a']), cutCells: 0 } }],
  imported: [{ name: 'imported', audit: { id: 'a', name: 'partners' } }],
  refused: [
    { name: 'refused', fault: { fault: 'not-json' } },
    { name: 'refused', fault: { fault: 'other-format' } },
    { name: 'refused', fault: { fault: 'newer-version', version: 9 } },
    { name: 'refused', fault: { fault: 'invalid', path: 'entries[3].place', expected: 'number' } },
    { name: 'refused', fault: { fault: 'full' } },
    { name: 'refused', fault: { fault: 'too-large' } },
  ],
  full: [{ name: 'full' }],
  failed: [{ name: 'failed', why: 'x' }],
};

describe('every message of the protocol passes', () => {
  test.each(Object.entries(tasks))('task %s', (_name, task) => {
    expect(parseWorkerTask(task)).toEqual(task);
  });

  test.each(Object.values(news).flat())('news %j', (each) => {
    expect(parseWorkerMessage(each)).toEqual(each);
  });
});

describe('all else is refused', () => {
  test.each([
    null,
    'save',
    {},
    { name: 'open' },
    { ...tasks.save, places: [-1] },
    { ...tasks.save, places: ['0'] },
    { ...tasks.save, format: 'pdf' },
    { ...tasks.save, language: 'fr' },
    { name: 'import', file: '{}' },
    { name: 'read', texts: [1], columns: [] },
    { name: 'read', texts: ['a.cn'], columns: [-1] },
    { name: 'start', audit: { ...audit, state: 'begun' } },
  ])('task %j', (value) => {
    expect(parseWorkerTask(value)).toBeNull();
  });

  test.each([
    undefined,
    {},
    { name: 'done' },
    { name: 'progress', done: 1 },
    { name: 'saved', file: { name: 'a.csv', content: 'a', cutCells: 0 } },
    { name: 'refused', fault: { fault: 'other' } },
    { name: 'started', size: -1 },
  ])('news %j', (value) => {
    expect(parseWorkerMessage(value)).toBeNull();
  });
});
