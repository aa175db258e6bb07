/** Whatever is killed, and when: each address is read at least once and kept exactly once. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { newEntry } from '../audits/entry.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn } from '../checks/site-report.ts';
import { createAudit, readAudit } from '../store/audits.ts';
import { closeStore, databaseName } from '../store/database.ts';
import { readAuditReports, readEntries } from '../store/entries.ts';
import { readSites } from '../store/history.ts';
import { runAudit, type SiteReading } from './audit-runner.ts';

const now = (): Date => new Date('2026-11-22T08:00:00.000Z');
const size = 6;
const addressAt = (place: number): string => `https://site-${place}.example/`;
const audit: BulkAudit = {
  id: 'a',
  name: 'partners',
  createdAt: '2026-11-22T07:00:00.000Z',
  state: 'running',
  options: { ...defaultOptions, concurrency: 2, retries: 1 },
  size,
};

const { findings } = pageOf([block('京ICP备2021018374号-1')]);
const found = (url: string): SiteReading => {
  const report = reportOn({
    url,
    findings: [...findings],
    capped: false,
    otherFrames: 0,
    server: { state: 'not-asked' },
  });
  return { ending: { state: 'numbers' }, report, finalUrl: url, further: null };
};
const down: SiteReading = {
  ending: { state: 'unreachable', cause: 'timeout', status: null },
  report: null,
  finalUrl: null,
  further: null,
};

/** Where a run is killed: before or while a page is read, while its result is written, or after that, before the callback. */
type Kill = { at: 'opening' | 'reading' | 'writing' | 'told'; after: number };

const kills: fc.Arbitrary<Kill> = fc.record({
  at: fc.constantFrom('opening', 'reading', 'writing', 'told'),
  after: fc.nat({ max: size * 2 }),
});

/** Runs the audit and kills it at the given point. Resolves when nothing of it is running. `asked`: how often each address was read. */
async function runUntil(
  kill: Kill | null,
  asked: Map<string, number>,
  isDown: (address: string) => boolean,
): Promise<void> {
  const killed = new AbortController();
  let steps = 0;
  const reach = (at: Kill['at']): boolean => {
    if (kill?.at === at && steps++ === kill.after) killed.abort();
    return killed.signal.aborted;
  };
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    // A page that is gone writes nothing more, and what it was writing is undone.
    if (reach('writing')) throw new DOMException('gone', 'AbortError');
    return put.apply(this, args);
  });
  const readSite = async (address: string): Promise<SiteReading> => {
    reach('opening');
    await Promise.resolve();
    if (reach('reading')) return down;
    const times = (asked.get(address) ?? 0) + 1;
    asked.set(address, times);
    return isDown(address) && times === 1 ? down : found(address);
  };
  const changed = (_: unknown, isOpen: boolean): void => {
    if (!isOpen && reach('told')) throw new Error('gone');
  };
  try {
    await runAudit(audit, { readSite, now, changed }, killed.signal);
  } catch (error) {
    if (kill === null) throw error;
  } finally {
    vi.restoreAllMocks();
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('any sequence of kills ends in each address read at least once and kept exactly once', async () => {
  let cutOff = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(kills, { maxLength: 5 }),
      fc.uniqueArray(fc.nat({ max: size - 1 })),
      async (sequence, downs) => {
        const places = Array.from({ length: size }, (_, place) => place);
        await createAudit(
          audit,
          places.map((place) => newEntry('a', place, addressAt(place), addressAt(place))),
        );
        const asked = new Map<string, number>();
        const isDown = (address: string): boolean => downs.some((place) => addressAt(place) === address);
        try {
          for (const kill of sequence) {
            const before = await readEntries('a');
            await runUntil(kill, asked, isDown);
            const after = await readEntries('a');
            expect(after, 'none is lost').toHaveLength(size);
            for (const [place, entry] of before.entries()) {
              if (entry.ending !== null) expect(after[place], 'what had ended stays as it ended').toEqual(entry);
            }
            if ((await readAudit('a'))?.state === 'running') cutOff++;
          }
          await runUntil(null, asked, isDown);
          const entries = await readEntries('a');
          expect(entries.map(({ ending }) => ending?.state)).toEqual(places.map(() => 'numbers'));
          expect(places.filter((place) => !asked.has(addressAt(place)))).toEqual([]);
          expect((await readAuditReports('a')).map(({ place }) => place)).toEqual(places);
          const visits = (await readSites()).map((site) => site.visits);
          expect(visits, 'each site is kept once in its history').toEqual(places.map(() => 1));
          expect((await readAudit('a'))?.state).toBe('done');
        } finally {
          await closeStore();
          await deleteDB(databaseName);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(cutOff, 'kills that did cut a run off').toBeGreaterThan(10);
});
