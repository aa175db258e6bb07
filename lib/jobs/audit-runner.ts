/**
 * Works through an audit: opens what still waits, a few at a time, and keeps how each ended before it takes the next.
 *
 *   waiting ──read──▶ ended (kept) ──▶ next
 *      ▲        └─ could not be reached, tries left ─┐
 *      └──────────────────────────────────────────────┘
 *
 * Nothing is remembered but in the store. Whatever is killed, and when: what had ended stays ended and is not read again, what
 * was open waits again.
 */
import { type BulkAudit, isWaiting } from '../audits/bulk-audit.ts';
import type { Entry, PageOutcome } from '../audits/entry.ts';
import { isRetryable } from '../audits/page-outcome.ts';
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import { readAsAsked } from '../audits/read-as-asked.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { readEntries, writeAuditState, writeEnded, writeEntries } from '../store/audit-store.ts';

/** What came of reading one address. */
export type SiteReading = {
  ending: PageOutcome;
  report: SiteReport | null;
  /** Of the page that the report is of, or why there is none; null where none was wanted, or nothing was read. */
  screenshot?: MaybeScreenshot | null;
  finalUrl: string | null;
  further: string | null;
};

/** Reads one address in a tab of its own; aborting the signal ends it, with whatever. Never rejects for what a page does. */
export type ReadSite = (address: string, options: BulkAudit['options'], signal: AbortSignal) => Promise<SiteReading>;

/** What a runner works with. */
export type RunnerTools = {
  readSite: ReadSite;
  now: () => Date;
  /** Told of each entry as it changes: when it is opened, and when it has ended. */
  changed: (entry: Entry, isOpen: boolean) => void;
};

/**
 * Works on an audit until every entry has ended or the signal aborts. Aborting leaves what is open waiting; it is done when
 * nothing is open any more.
 *
 * @throws StoreFullError and other errors of the store. What is open then waits again.
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
      // Behind the others: what was down a moment ago may be back by then.
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

/** Ends what still waits of a cancelled audit. Where nothing does, nothing is done. */
export async function skipWaiting(audit: BulkAudit, now: () => Date): Promise<void> {
  const readAt = now().toISOString();
  const waiting = (await readEntries(audit.id)).filter(isWaiting);
  if (waiting.length > 0)
    await writeEntries(waiting.map((entry) => ({ ...entry, ending: { state: 'skipped' }, readAt })));
}
