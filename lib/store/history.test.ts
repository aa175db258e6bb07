import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { deleteStore, reportOf } from './fixtures.ts';
import { deleteHistory, deleteVisit, deleteVisitsBefore, readSites, readVisits, writeVisit } from './history.ts';

afterEach(deleteStore);

test('history is told by site, newest first, and deleted by visit, site, time or whole', async () => {
  await writeVisit(reportOf('https://one.example/'), '2026-11-20T08:00:00.000Z');
  await writeVisit(reportOf('https://one.example/about'), '2026-11-21T08:00:00.000Z');
  await writeVisit(reportOf('https://two.example/'), '2026-11-22T08:00:00.000Z');
  expect(await readSites()).toEqual([
    { site: 'one.example', visits: 2, lastReadAt: '2026-11-21T08:00:00.000Z' },
    { site: 'two.example', visits: 1, lastReadAt: '2026-11-22T08:00:00.000Z' },
  ]);
  const [newest] = await readVisits('one.example');
  expect(newest?.readAt).toBe('2026-11-21T08:00:00.000Z');
  await deleteVisit(newest?.id ?? '');
  expect(await readVisits('one.example')).toHaveLength(1);
  expect(await deleteVisitsBefore('2026-11-20T08:00:00.000Z')).toBe(0);
  expect(await deleteVisitsBefore('2026-11-20T08:00:00.001Z')).toBe(1);
  expect(await readSites()).toHaveLength(1);
  await writeVisit(reportOf('https://three.example/'), '2026-11-22T09:00:00.000Z');
  await deleteHistory(['two.example']);
  expect((await readSites()).map(({ site }) => site)).toEqual(['three.example']);
  await deleteHistory('all');
  expect(await readSites()).toEqual([]);
});
