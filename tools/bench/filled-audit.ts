import type { Page } from '@playwright/test';
import { type BulkAudit, defaultOptions } from '../../lib/audits/bulk-audit.ts';
import { type Entry, newEntry } from '../../lib/audits/entry.ts';
import { provinces } from '../../lib/icp/data/provinces.ts';
import { databaseName } from '../../lib/store/database.ts';

/** How many sites the audit has. */
export const rows = 100_000;

/** An audit that is over. */
export const filledAudit: BulkAudit = {
  id: 'bench',
  name: 'bench',
  createdAt: '2026-11-22T08:00:00.000Z',
  state: 'done',
  options: defaultOptions,
  size: rows,
};

/** A prime, so that every site comes once: names and numbers stand in no order, as in the lists that people paste. */
const step = 7919;

const characters = [...provinces.values()].flatMap(({ code, icp }) => (icp === null ? [] : [{ code, icp }]));

/** The site at a place of the audit: three or four of each holder, of every province, every tenth without a number. */
export function filledEntry(place: number): Entry {
  const site = (place * step) % rows;
  const address = `https://site-${site}.example/`;
  const { code, icp } = characters[site % characters.length] ?? { code: '11', icp: '京' };
  const subject = `${icp}ICP备2021${100_000 + (site % 1000)}号`;
  const isBare = site % 10 === 9;
  return {
    ...newEntry(filledAudit.id, place, address, address),
    tries: 1,
    ending: { state: isBare ? 'none' : 'numbers' },
    readAt: new Date(Date.parse(filledAudit.createdAt) + place * 1000).toISOString(),
    finalUrl: address,
    worst: isBare ? 'unknown' : 'warn',
    answers: isBare ? [] : ['filing-link-outdated'],
    numbers: isBare
      ? []
      : [
          {
            kind: 'icp-filing',
            number: `${subject}-${site % 7}`,
            province: code,
            status: 'valid',
            role: 'claim',
            hidden: false,
            subject,
          },
        ],
  };
}

/** Puts the audit where the workspace keeps them. The page is one of the extension whose store has been opened. */
export async function fillAudit(page: Page): Promise<void> {
  await storeAudit(page, filledAudit, filledEntry);
}

/** The same with any audit; `entryAt` gives the entry at each of its places. */
export async function storeAudit(page: Page, audit: BulkAudit, entryAt: (place: number) => Entry): Promise<void> {
  const part = 10_000;
  for (let from = 0; from < audit.size; from += part) {
    const entries = Array.from({ length: Math.min(part, audit.size - from) }, (_, index) => entryAt(from + index));
    await page.evaluate(
      ({ name, audit, entries }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(['audits', 'entries'], 'readwrite');
            transaction.objectStore('audits').put(audit);
            for (const entry of entries) transaction.objectStore('entries').put(entry);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
      { name: databaseName, audit, entries },
    );
  }
}
