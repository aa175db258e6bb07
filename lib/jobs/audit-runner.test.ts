import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { type Entry, newEntry } from '../audits/entry.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn } from '../checks/site-report.ts';
import { createAudit, readAudit } from '../store/audits.ts';
import { closeStore, databaseName, StoreFullError } from '../store/database.ts';
import { readEntries } from '../store/entries.ts';
import { readSites } from '../store/history.ts';
import { type ReadSite, runAudit, type SiteReading, skipWaiting } from './audit-runner.ts';

const now = (): Date => new Date('2026-11-22T08:00:00.000Z');
const size = 20;
const audit: BulkAudit = {
  id: 'a',
  name: 'partners',
  createdAt: '2026-11-22T07:00:00.000Z',
  state: 'running',
  options: { ...defaultOptions, retries: 1 },
  size,
};
const addressAt = (place: number): string => `https://site-${place}.example/`;

beforeEach(async () => {
  const places = Array.from({ length: size }, (_, place) => place);
  await createAudit(
    audit,
    places.map((place) => newEntry('a', place, addressAt(place), addressAt(place))),
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeStore();
  await deleteDB(databaseName);
});

function found(address: string): SiteReading {
  const { findings } = pageOf([block('京ICP备2021018374号-1')]);
  const page = { url: address, findings: [...findings], capped: false, otherFrames: 0 };
  const report = reportOn({ ...page, server: { state: 'not-asked' } });
  return { ending: { state: 'numbers' }, report, finalUrl: address, further: null };
}

const down: SiteReading = {
  ending: { state: 'unreachable', cause: 'timeout', status: null },
  report: null,
  finalUrl: null,
  further: null,
};

/** A reader that records the addresses it is asked for, and the most pages open at a time. */
function reader(answer: (address: string) => SiteReading | Promise<SiteReading> = found) {
  const asked: string[] = [];
  const most = { open: 0 };
  let open = 0;
  const readSite: ReadSite = async (address) => {
    asked.push(address);
    open += 1;
    most.open = Math.max(most.open, open);
    // What a page takes: other pages get their turn.
    await Promise.resolve();
    const reading = await answer(address);
    open -= 1;
    return reading;
  };
  return { readSite, asked, most };
}

const ended = (entries: Entry[]): number => entries.filter(({ ending }) => ending !== null).length;
const never = new AbortController().signal;

test('of a site whose second page shows its number, the entry names the first page and the second', async () => {
  const { readSite } = reader((address) => ({
    ...found(`${address}about`),
    finalUrl: address,
    further: `${address}about`,
  }));
  await runAudit(audit, { readSite, now, changed: () => {} }, never);
  for (const { address, finalUrl, further, numbers } of await readEntries('a')) {
    expect([finalUrl, further, numbers.length]).toEqual([address, `${address}about`, 1]);
  }
});

test('every address is read once, no more at a time than the options allow, and stored', async () => {
  const { readSite, asked, most } = reader();
  const told: string[] = [];
  const changed = (entry: Entry, isOpen: boolean): void => {
    told.push(`${entry.place} ${isOpen ? 'open' : (entry.ending?.state ?? 'waiting')}`);
  };
  await runAudit(audit, { readSite, now, changed }, never);
  expect(asked.toSorted()).toEqual(Array.from({ length: size }, (_, place) => addressAt(place)).sort());
  expect(most.open).toBe(audit.options.concurrency);
  const entries = await readEntries('a');
  expect(entries.map(({ ending, tries, readAt, numbers }) => [ending?.state, tries, readAt, numbers.length])).toEqual(
    Array.from({ length: size }, () => ['numbers', 1, now().toISOString(), 1]),
  );
  expect((await readAudit('a'))?.state).toBe('done');
  expect(await readSites()).toHaveLength(size);
  expect(told.filter((each) => each.startsWith('7 '))).toEqual(['7 open', '7 numbers']);
});

test('an address that cannot be reached is retried after the others, and then ends', async () => {
  const { readSite, asked } = reader((address) => (address === addressAt(0) ? down : found(address)));
  await runAudit(audit, { readSite, now, changed: () => {} }, never);
  expect(asked.filter((address) => address === addressAt(0))).toHaveLength(2);
  expect(asked.at(-1)).toBe(addressAt(0));
  expect((await readEntries('a'))[0]).toMatchObject({ tries: 2, ending: { state: 'unreachable', cause: 'timeout' } });
});

test('a bare host that has no secure site is read without, within the same try', async () => {
  const bare = { ...audit, id: 'bare', size: 1 };
  await createAudit(bare, [newEntry('bare', 0, 'a.example', 'https://a.example/')]);
  const { readSite, asked } = reader((address) => (address.startsWith('https:') ? down : found(address)));
  await runAudit(bare, { readSite, now, changed: () => {} }, never);
  expect(asked).toEqual(['https://a.example/', 'http://a.example/']);
  expect(await readEntries('bare')).toMatchObject([
    { asked: 'a.example', address: 'http://a.example/', finalUrl: 'http://a.example/', tries: 1 },
  ]);
});

test('a bare host that is cancelled in the middle is not opened again', async () => {
  const bare = { ...audit, id: 'bare', size: 1 };
  await createAudit(bare, [newEntry('bare', 0, 'a.example', 'https://a.example/')]);
  const stop = new AbortController();
  const { readSite, asked } = reader(() => {
    stop.abort();
    return down;
  });
  await runAudit(bare, { readSite, now, changed: () => {} }, stop.signal);
  expect(asked).toEqual(['https://a.example/']);
  expect(await readEntries('bare')).toMatchObject([{ address: 'https://a.example/', ending: null, tries: 0 }]);
});

test('an address that is down and answers the next try ends with numbers', async () => {
  let tries = 0;
  const { readSite } = reader((address) => (address === addressAt(0) && tries++ === 0 ? down : found(address)));
  await runAudit(audit, { readSite, now, changed: () => {} }, never);
  expect((await readEntries('a'))[0]).toMatchObject({ tries: 2, ending: { state: 'numbers' } });
});

describe('an audit that is stopped at any moment', () => {
  test.each(
    Array.from({ length: size }, (_, after) => after),
  )('after %i pages: nothing is lost or doubled', async (after) => {
    const stop = new AbortController();
    const first = reader((address) => {
      if (first.asked.length > after) stop.abort();
      return found(address);
    });
    await runAudit(audit, { readSite: first.readSite, now, changed: () => {} }, stop.signal);
    const before = await readEntries('a');
    expect(before).toHaveLength(size);
    expect(ended(before)).toBeLessThan(size);
    expect((await readAudit('a'))?.state).toBe('running');
    const second = reader();
    await runAudit(audit, { readSite: second.readSite, now, changed: () => {} }, never);
    expect(second.asked).toHaveLength(size - ended(before));
    for (const entry of before.filter(({ ending }) => ending !== null)) {
      expect(second.asked).not.toContain(entry.address);
    }
    expect(ended(await readEntries('a'))).toBe(size);
    expect(await readSites()).toHaveLength(size);
  });
});

test('a full store stops the audit; ended entries stay, and it continues when storage is freed', async () => {
  const { put } = IDBObjectStore.prototype;
  let writes = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    // Three writes an entry: the fifth entry is refused in its midst.
    if (writes++ >= 13) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, args);
  });
  const first = reader();
  const running = runAudit(audit, { readSite: first.readSite, now, changed: () => {} }, never);
  await expect(running).rejects.toThrow(StoreFullError);
  vi.restoreAllMocks();
  const kept = ended(await readEntries('a'));
  expect(kept).toBeGreaterThan(0);
  expect(await readSites()).toHaveLength(kept);
  const second = reader();
  await runAudit(audit, { readSite: second.readSite, now, changed: () => {} }, never);
  expect(second.asked).toHaveLength(size - kept);
  expect(ended(await readEntries('a'))).toBe(size);
});

test('skipWaiting skips the waiting entries', async () => {
  const stop = new AbortController();
  const { readSite, asked } = reader((address) => {
    if (asked.length === 5) stop.abort();
    return found(address);
  });
  await runAudit(audit, { readSite, now, changed: () => {} }, stop.signal);
  await skipWaiting(audit, now);
  const states = (await readEntries('a')).map(({ ending }) => ending?.state);
  expect(new Set(states)).toEqual(new Set(['numbers', 'skipped']));
});
