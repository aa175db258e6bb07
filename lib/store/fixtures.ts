/** The audits, entries and reports that the tests of the store share. */
import { deleteDB } from 'idb';
import { type BulkAudit, defaultOptions } from '../audits/bulk-audit.ts';
import { type Entry, newEntry, type PageOutcome } from '../audits/entry.ts';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn, type SiteReport } from '../checks/site-report.ts';
import { closeStore, databaseName } from './database.ts';
import { writeEnded } from './entries.ts';
import { partSize } from './parts.ts';

export const filing = '京ICP备2021018374号-1';
export const police = '京公网安备11010802046193号';

export const auditOf = (id: string, size: number): BulkAudit => ({
  id,
  name: id,
  createdAt: '2026-11-01T00:00:00.000Z',
  state: 'running',
  options: { ...defaultOptions, concurrency: 7 },
  size,
});

/** The report of a page that shows the given texts. */
export function reportOf(url: string, texts: readonly string[] = [filing]): SiteReport {
  const { findings } = pageOf(texts.map((text) => block(text)));
  return reportOn({ url, findings: [...findings], capped: false, otherFrames: 0, server: { state: 'not-asked' } });
}

/** An audit of two sites. */
export const audit = auditOf('a', 2);
export const entries = [
  newEntry('a', 0, 'one.example', 'https://one.example/'),
  newEntry('a', 1, 'two.example', 'https://two.example/'),
];

/** The entry at a place of the audit of two sites, after its page was read. */
export const ended = (place: number): Entry => ({
  ...newEntry('a', place, entries[place]?.asked ?? '', entries[place]?.address ?? ''),
  tries: 1,
  ending: { state: 'numbers' },
  readAt: '2026-11-22T08:01:00.000Z',
});

/** An audit of more entries than the store takes at a time, every third with a report. */
export const large: {
  audit: BulkAudit;
  places: number[];
  entries: Entry[];
  reports: { place: number; report: SiteReport }[];
} = (() => {
  const size = partSize * 3 + 7;
  const places = Array.from({ length: size }, (_, place) => place);
  const entries = places.map((place) => newEntry('large', place, `site-${place}.cn`, `https://site-${place}.cn/`));
  const reports = entries.flatMap(({ place, address }) =>
    place % 3 === 0 ? [{ place, report: reportOf(address, []) }] : [],
  );
  return { audit: auditOf('large', size), places, entries, reports };
})();

export const address = 'https://a.example.cn/';

/** Stores how the entry at a place ended, on a day of a month. Its address is `address`. */
export function endEntry(
  audit: string,
  place: number,
  day: number,
  report: SiteReport | null,
  ending: PageOutcome = { state: 'numbers' },
): Promise<Entry> {
  const readAt = `2026-11-0${day}T00:00:00.000Z`;
  return writeEnded({ ...newEntry(audit, place, 'a.example.cn', address), tries: 1, readAt, ending }, report);
}

/** Deletes the database, for the end of a test. */
export async function deleteStore(): Promise<void> {
  await closeStore();
  await deleteDB(databaseName);
}
