import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newEntry } from '../audits/entry.ts';
import { createAudit } from './audits.ts';
import { readChanges } from './changes.ts';
import { readEntries } from './entries.ts';
import { address, auditOf, deleteStore, endEntry, filing, police, reportOf } from './fixtures.ts';
import { readVisits, writeVisit } from './history.ts';

beforeEach(() => createAudit(auditOf('first', 1), [newEntry('first', 0, 'a.example.cn', address)]));

afterEach(deleteStore);

test('an entry counts what changed since the last report of the same page, whoever kept that', async () => {
  const first = await endEntry('first', 0, 1, reportOf(address, [filing]));
  expect(first, 'compared with nothing').not.toHaveProperty('changes');
  await writeVisit(reportOf(`${address}about`, [police]), '2026-11-02T00:00:00.000Z');
  const same = await endEntry('first', 0, 3, reportOf(`${address}?from=mail#top`, [filing]));
  expect(same.changes).toBe(0);
  const [stored] = await readEntries('first');
  expect(stored).toEqual(same);
  const changed = await endEntry('first', 0, 4, reportOf(address, [filing, police]));
  expect(changed.changes).toBeGreaterThan(0);
  const [told, ...rest] = await readChanges([first, same, changed]);
  expect(rest).toEqual([]);
  expect(told).toMatchObject({ olderAt: '2026-11-03T00:00:00.000Z', newerAt: '2026-11-04T00:00:00.000Z' });
  expect(told?.changes).toHaveLength(changed.changes ?? 0);
  expect(told?.changes[0]).toMatchObject({ kind: 'number-added', number: { number: police } });
});

test('an entry counts what changed, however many other pages of the site were visited since', async () => {
  await endEntry('first', 0, 1, reportOf(address, [filing]));
  for (let page = 0; page < 150; page++)
    await writeVisit(reportOf(`${address}${page}`, [police]), '2026-11-02T00:00:00.000Z');
  expect((await endEntry('first', 0, 3, reportOf(address, [filing, police]))).changes).toBeGreaterThan(0);
});

test('a report is not compared with a later one of the same page', async () => {
  await writeVisit(reportOf(address, [filing, police]), '2026-11-05T00:00:00.000Z');
  expect(await endEntry('first', 0, 4, reportOf(address, [filing]))).not.toHaveProperty('changes');
});

test('a barrier or an error page is not in the history of its site, and no report is compared with it', async () => {
  for (const ending of [
    { state: 'barrier', barrier: 'login' },
    { state: 'unreachable', cause: 'http', status: 500 },
  ] as const) {
    await endEntry('first', 0, 1, reportOf(address, []), ending);
    expect(await readVisits('a.example.cn')).toEqual([]);
  }
  expect(await endEntry('first', 0, 2, reportOf(address, [filing]))).not.toHaveProperty('changes');
  expect(await readVisits('a.example.cn')).toHaveLength(1);
});

test('a page that is not the site’s own is compared with no report', async () => {
  await endEntry('first', 0, 1, reportOf(address, [filing]));
  for (const ending of [
    { state: 'redirected', to: address },
    { state: 'barrier', barrier: 'login' },
  ] as const) {
    expect(await endEntry('first', 0, 2, reportOf(address, [police]), ending)).not.toHaveProperty('changes');
  }
  expect(await endEntry('first', 0, 3, null, { state: 'unreachable', cause: 'dns', status: null })).not.toHaveProperty(
    'changes',
  );
});
