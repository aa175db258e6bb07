/**
 * Runs an audit: reads the waiting entries, a few at a time, and stores each result before it takes the next entry.
 *
 *   waiting ──read──▶ ended (kept) ──▶ next
 *      ▲        └─ could not be reached, tries left ─┐
 *      └──────────────────────────────────────────────┘
 *
 * Only the store holds the state. Whatever is killed, and when: an entry that has ended is not read again, and an entry that was
 * open waits again.
 */
import { type BulkAudit, isWaiting } from '../audits/bulk-audit.ts';
import type { Entry, PageOutcome } from '../audits/entry.ts';
import { isRetryable } from '../audits/page-outcome.ts';
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import { readAsAsked } from '../audits/read-as-asked.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { writeAuditState } from '../store/audits.ts';
import { readEntries, writeEnded, writeEntries } from '../store/entries.ts';

/** The result of reading one address. */
export type SiteReading = {
  ending: PageOutcome;
  report: SiteReport | null;
  /** Shows the page of the report, or says why it is missing; null where none was wanted, or nothing was read. */
  screenshot?: MaybeScreenshot | null;
  finalUrl: string | null;
  further: string | null;
};

/** Reads one address in a tab of its own. Aborting the signal ends it with any result. Never rejects because of a page. */
export type ReadSite = (address: string, options: BulkAudit['options'], signal: AbortSignal) => Promise<SiteReading>;

/** What a runner depends on. */
export type RunnerTools = {
  readSite: ReadSite;
  now: () => Date;
  /** Called with each entry when it is opened, and when it has ended or waits again. */
  changed: (entry: Entry, isOpen: boolean) => void;
};

/**
 * Runs an audit until every entry has ended or the signal aborts. After an abort, open entries wait again. Resolves when no entry
 * is open.
 *
 * @throws StoreFullError and other errors of the store. Open entries then wait again.
 */
export async function runAudit(
  audit: BulkAudit,
  { readSite, now, changed }: RunnerTools,
  signal: AbortSignal,
): Promise<void> {
  const waiting = (await readEntries(audit.id)).filter(isWaiting);
  const stopped = new AbortController();
  const either = AbortSignal.any([signal, stopped.signal]);
  const work = async (entry: Entry): Promise<void> => {
    const tries = entry.tries + 1;
    changed({ ...entry, tries }, true);
    const read = (address: string) => readSite(address, audit.options, either);
    const reading = await readAsAsked(entry, read, () => !either.aborted);
    const { address, ending, report, screenshot, finalUrl, further } = reading;
    if (either.aborted) {
      changed(entry, false);
      return;
    }
    const isLast = tries > audit.options.retries || !isRetryable(ending);
    const next: Entry = { ...entry, address, tries, finalUrl, further };
    if (!isLast) {
      // At the end of the queue: a site that is down may be back by then.
      waiting.push(next);
      changed(next, false);
      await writeEntries([next]);
      return;
    }
    changed(await writeEnded({ ...next, ending, readAt: now().toISOString() }, report, screenshot), false);
  };
  const workOn = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry !== undefined && !either.aborted; entry = waiting.shift()) {
      await work(entry);
    }
  };
  const workers = Array.from({ length: audit.options.concurrency }, () =>
    // Where one worker broke, the others need not go on.
    workOn().catch((error: unknown) => {
      stopped.abort();
      throw error;
    }),
  );
  for (const worker of await Promise.allSettled(workers)) if (worker.status === 'rejected') throw worker.reason;
  if (!signal.aborted) await writeAuditState(audit.id, 'done');
}

/** Skips the waiting entries of a cancelled audit. */
export async function skipWaiting(audit: BulkAudit, now: () => Date): Promise<void> {
  const readAt = now().toISOString();
  const waiting = (await readEntries(audit.id)).filter(isWaiting);
  if (waiting.length > 0)
    await writeEntries(waiting.map((entry) => ({ ...entry, ending: { state: 'skipped' }, readAt })));
}
