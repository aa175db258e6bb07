import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Entry, newEntry, type PageOutcome } from '../audits/entry.ts';
import {
  createAudit,
  deleteAudit,
  importAudit,
  readAudit,
  readAudits,
  repeatAudit,
  retryUnreached,
  writeAuditState,
} from './audits.ts';
import { readChanges } from './changes.ts';
import { StoreFullError } from './database.ts';
import { readAuditReports, readEntries, readEntryReport, writeEnded, writeEntries } from './entries.ts';
import {
  address,
  audit,
  auditOf,
  deleteStore,
  endEntry,
  ended,
  entries,
  filing,
  large,
  police,
  reportOf,
} from './fixtures.ts';
import { deleteHistory, readVisits } from './history.ts';
import { partSize } from './parts.ts';

beforeEach(() => createAudit(audit, entries));

afterEach(deleteStore);

test('an audit is kept with its entries, in their order', async () => {
  expect(await readAudits()).toEqual([audit]);
  expect(await readAudit('a')).toEqual(audit);
  expect(await readAudit('b')).toBeNull();
  expect(await readEntries('a')).toEqual(entries);
  expect(await readEntries('b')).toEqual([]);
});

test('audits come newest first', async () => {
  await createAudit({ ...audit, id: 'b', createdAt: '2026-11-23T08:00:00.000Z' }, []);
  expect((await readAudits()).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('an audit of many entries is kept in parts, each told', async () => {
  const kept: number[] = [];
  await createAudit(large.audit, large.entries, (count) => kept.push(count));
  expect(kept).toEqual([partSize, partSize * 2, partSize * 3, large.audit.size]);
  expect(await readEntries('large')).toEqual(large.entries);
});

test.each<[string, () => void, new (message?: string) => Error]>([
  [
    'the store is full',
    () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    StoreFullError,
  ],
  [
    'what gives the entries breaks off',
    () => {
      throw new TypeError('broken');
    },
    TypeError,
  ],
])('an import in which %s in the midst stores nothing', async (_why, fail, error) => {
  function* broken(): Generator<Entry> {
    for (const entry of large.entries) {
      if (entry.place === partSize * 2 + 1) fail();
      yield entry;
    }
  }
  await expect(importAudit(large.audit, broken(), large.reports)).rejects.toThrow(error);
  expect(await readAudits()).toEqual([audit]);
  expect(await readEntries('large')).toEqual([]);
});

test('a state is set; that of an audit that is gone is not', async () => {
  await writeAuditState('a', 'paused');
  await writeAuditState('gone', 'paused');
  expect((await readAudits()).map(({ state }) => state)).toEqual(['paused']);
});

test('an audit that is made again has the same addresses at the same places, and is compared with the first', async () => {
  const size = partSize + 3;
  const places = Array.from({ length: size }, (_, place) => place);
  const addressAt = (place: number): string => `https://site-${place}.example.cn/`;
  await createAudit(
    auditOf('many', size),
    places.map((place) => newEntry('many', place, `site-${place}`, addressAt(place))),
  );
  await endEntry('many', 2, 1, reportOf(address, [filing]));
  const { size: _, ...head } = auditOf('again', 0);
  expect(await repeatAudit({ ...head, repeats: 'many' })).toBe(size);
  expect(await readAudit('again')).toEqual({ ...auditOf('again', size), repeats: 'many' });
  const entries = await readEntries('again');
  const before = await readEntries('many');
  expect(entries).toEqual(before.map(({ place, asked, address }) => newEntry('again', place, asked, address)));
  expect(before[2]?.ending).toEqual({ state: 'numbers' });
  // Where the history was deleted, the audit before still knows.
  await deleteHistory('all');
  const changed = await endEntry('again', 2, 2, reportOf(address, [filing, police]));
  expect(changed.changes).toBeGreaterThan(0);
  expect(await readChanges([changed])).toMatchObject([{ olderAt: '2026-11-01T00:00:00.000Z' }]);
  // Not against another page, nor against what is not there.
  await deleteHistory('all');
  expect(await endEntry('again', 2, 3, reportOf(`${address}about`, [filing]))).not.toHaveProperty('changes');
  expect(await endEntry('again', 5, 3, reportOf(addressAt(5), [filing]))).not.toHaveProperty('changes');
});

test('once an audit is over, its unreached entries can wait again, and nothing else is touched', async () => {
  const unreachable = { state: 'unreachable', cause: 'http', status: 500 } as const;
  const endings: PageOutcome[] = [
    { state: 'numbers' },
    unreachable,
    { state: 'none' },
    { state: 'skipped' },
    { state: 'blocked' },
    { state: 'barrier', barrier: 'login' },
    { state: 'redirected', to: address },
    { state: 'not-allowed' },
  ];
  await createAudit(
    auditOf('over', endings.length),
    endings.map((_, place) => newEntry('over', place, 'a.example.cn', address)),
  );
  for (const [place, ending] of endings.entries()) {
    if (ending.state === 'skipped') {
      const entry = newEntry('over', place, 'a.example.cn', address);
      await writeEntries([{ ...entry, ending, readAt: '2026-11-01T00:00:00.000Z' }]);
    } else await endEntry('over', place, 1, reportOf(address, []), ending);
  }
  const before = await readEntries('over');
  const history = await readVisits('a.example.cn');
  for (const state of ['running', 'paused'] as const) {
    await writeAuditState('over', state);
    expect(await retryUnreached('over'), state).toBe(0);
  }
  for (const state of ['done', 'cancelled'] as const) {
    await writeAuditState('over', state);
    expect(await retryUnreached('over'), state).toBe(state === 'done' ? 3 : 0);
    if (state === 'done') expect((await readAudit('over'))?.state).toBe('running');
  }
  const waiting = (place: number): Entry => newEntry('over', place, 'a.example.cn', address);
  expect(await readEntries('over')).toEqual(
    before.map((entry, place) => ([1, 3, 7].includes(place) ? waiting(place) : entry)),
  );
  expect((await readAuditReports('over')).map(({ place }) => place)).toEqual([0, 2, 4, 5, 6]);
  expect(await readVisits('a.example.cn')).toEqual(history);
  expect((await readAudit('over'))?.state, 'of none, nothing is done').toBe('cancelled');
});

test('a deleted audit leaves the history of its sites', async () => {
  await writeEnded(ended(0), reportOf('https://one.example/'));
  await deleteAudit('a');
  expect(await readAudits()).toEqual([]);
  expect(await readEntries('a')).toEqual([]);
  expect(await readEntryReport('a', 0)).toBeNull();
  expect(await readVisits('one.example')).toHaveLength(1);
});
