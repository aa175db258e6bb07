import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { type Entry, newEntry, type PageOutcome } from '../audits/entry.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import {
  closeStore,
  createAudit,
  databaseName,
  deleteHistory,
  partSize,
  readAudit,
  readAuditReports,
  readChanges,
  readEntries,
  readVisits,
  repeatAudit,
  retryUnreached,
  writeAuditState,
  writeEnded,
  writeEntries,
  writeVisit,
} from './audit-store.ts';

const address = 'https://a.example.cn/';
const filing = '京ICP备2021018374号-1';
const police = '京公网安备11010802046193号';

function report(texts: readonly string[], url = address): SiteReport {
  const { findings } = pageOf(texts.map((text) => block(text)));
  return reportOn({ url, findings: [...findings], capped: false, otherFrames: 0, server: { state: 'not-asked' } });
}

const auditOf = (id: string, size: number): BulkAudit => ({
  id,
  name: id,
  createdAt: '2026-11-01T00:00:00.000Z',
  state: 'running',
  options: { ...defaultOptions, concurrency: 7 },
  size,
});

/** Keeps how the entry at a place ended. */
function end(audit: string, place: number, day: number, read: SiteReport | null, ending?: PageOutcome): Promise<Entry> {
  const readAt = `2026-11-0${day}T00:00:00.000Z`;
  const entry = { ...newEntry(audit, place, 'a.example.cn', address), tries: 1, readAt };
  return writeEnded({ ...entry, ending: ending ?? { state: 'numbers' } }, read);
}

beforeEach(() => createAudit(auditOf('first', 1), [newEntry('first', 0, 'a.example.cn', address)]));

afterEach(async () => {
  await closeStore();
  await deleteDB(databaseName);
});

test('an entry counts what changed since the last report of the same page, whoever kept that', async () => {
  const first = await end('first', 0, 1, report([filing]));
  expect(first, 'held against nothing').not.toHaveProperty('changes');
  await writeVisit(report([police], `${address}about`), '2026-11-02T00:00:00.000Z');
  const same = await end('first', 0, 3, report([filing], `${address}?from=mail#top`));
  expect(same.changes).toBe(0);
  const [stored] = await readEntries('first');
  expect(stored).toEqual(same);
  const changed = await end('first', 0, 4, report([filing, police]));
  expect(changed.changes).toBeGreaterThan(0);
  const [told, ...rest] = await readChanges([first, same, changed]);
  expect(rest).toEqual([]);
  expect(told).toMatchObject({ olderAt: '2026-11-03T00:00:00.000Z', newerAt: '2026-11-04T00:00:00.000Z' });
  expect(told?.changes).toHaveLength(changed.changes ?? 0);
  expect(told?.changes[0]).toMatchObject({ kind: 'number-added', number: { number: police } });
});

test('however many other pages of the site were visited since', async () => {
  await end('first', 0, 1, report([filing]));
  for (let page = 0; page < 150; page++)
    await writeVisit(report([police], `${address}${page}`), '2026-11-02T00:00:00.000Z');
  expect((await end('first', 0, 3, report([filing, police]))).changes).toBeGreaterThan(0);
});

test('what came later is not held against what was before', async () => {
  await writeVisit(report([filing, police]), '2026-11-05T00:00:00.000Z');
  expect(await end('first', 0, 4, report([filing]))).not.toHaveProperty('changes');
});

test('what stood in front of a site is not in its history, and nothing is held against it', async () => {
  for (const ending of [
    { state: 'barrier', barrier: 'login' },
    { state: 'unreachable', cause: 'http', status: 500 },
  ] as const) {
    await end('first', 0, 1, report([]), ending);
    expect(await readVisits('a.example.cn')).toEqual([]);
  }
  expect(await end('first', 0, 2, report([filing]))).not.toHaveProperty('changes');
  expect(await readVisits('a.example.cn')).toHaveLength(1);
});

test('a page that is not the site’s own is held against nothing', async () => {
  await end('first', 0, 1, report([filing]));
  for (const ending of [
    { state: 'redirected', to: address },
    { state: 'barrier', barrier: 'login' },
  ] as const) {
    expect(await end('first', 0, 2, report([police]), ending)).not.toHaveProperty('changes');
  }
  expect(await end('first', 0, 3, null, { state: 'unreachable', cause: 'dns', status: null })).not.toHaveProperty(
    'changes',
  );
});

test('an audit that is made again has the same addresses at the same places, and is held against the first', async () => {
  const size = partSize + 3;
  const places = Array.from({ length: size }, (_, place) => place);
  const addressAt = (place: number): string => `https://site-${place}.example.cn/`;
  await createAudit(
    auditOf('many', size),
    places.map((place) => newEntry('many', place, `site-${place}`, addressAt(place))),
  );
  await end('many', 2, 1, report([filing]));
  const { size: _, ...head } = auditOf('again', 0);
  expect(await repeatAudit({ ...head, repeats: 'many' })).toBe(size);
  expect(await readAudit('again')).toEqual({ ...auditOf('again', size), repeats: 'many' });
  const entries = await readEntries('again');
  const before = await readEntries('many');
  expect(entries).toEqual(before.map(({ place, asked, address }) => newEntry('again', place, asked, address)));
  expect(before[2]?.ending).toEqual({ state: 'numbers' });
  // Where the history was deleted, the audit before still knows.
  await deleteHistory('all');
  const changed = await end('again', 2, 2, report([filing, police]));
  expect(changed.changes).toBeGreaterThan(0);
  expect(await readChanges([changed])).toMatchObject([{ olderAt: '2026-11-01T00:00:00.000Z' }]);
  // Not against another page, nor against what is not there.
  await deleteHistory('all');
  expect(await end('again', 2, 3, report([filing], `${address}about`))).not.toHaveProperty('changes');
  expect(await end('again', 5, 3, report([filing], addressAt(5)))).not.toHaveProperty('changes');
});

test('what was not reached waits again, once the audit is over; nothing else is touched', async () => {
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
    } else await end('over', place, 1, report([]), ending);
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
