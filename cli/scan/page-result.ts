import * as z from 'zod/mini';
import { upgradeEntry, upgradeReportIn } from '../../lib/audits/earlier-forms.ts';
import { type Entry, newEntry, type PageOutcome, summarise } from '../../lib/audits/entry.ts';
import type { SiteReport } from '../../lib/checks/site-report.ts';
import { documentParts } from '../../lib/export/document-schema.ts';
import { type PrintedNumber, printedNumbers } from '../output/printed-numbers.ts';
import type { PrintedCheck } from '../pages/read-page.ts';

/** What came of reading a page, as a run keeps it: all that is printed and exported is told from this. */
export type PageResult = {
  /** What the page is known by; see `pageRequestOf`. */
  key: string;
  /** The address that was opened: for a bare host that has no secure site, that without. */
  opened: string;
  /** How often it was opened. */
  tries: number;
  /** ISO 8601 in UTC. */
  readAt: string;
  ending: PageOutcome;
  /** Where the address led; null where it led nowhere. */
  finalUrl: string | null;
  /** Why it could not be read; null where it was. */
  error: string | null;
  /** Null where it was not read; also there for a page that came with an HTTP error. */
  report: SiteReport | null;
};

/** What is printed of a page. `ending`: null for a line that named no page. */
export type PrintedPage = { url: string; finalUrl: string | null } & (
  | {
      state: 'numbers' | 'none';
      numbers: PrintedNumber[];
      checks: PrintedCheck[];
      capped: boolean;
      ending: PageOutcome;
    }
  | { state: 'failed'; numbers: []; error: string; ending: PageOutcome | null }
);

const schema = z.strictObject({
  key: z.string(),
  opened: z.string(),
  tries: z.int(),
  readAt: z.iso.datetime(),
  ending: documentParts.ending,
  finalUrl: z.nullable(z.string()),
  error: z.nullable(z.string()),
  report: z.nullable(documentParts.report),
});

/** Reads a line of a run's results, in today's form or an earlier one; null where it is none of ours, as one that a kill cut off. */
export function parseResult(line: string): PageResult | null {
  try {
    const { success, data } = z.safeParse(schema, upgradeResult(JSON.parse(line)));
    return success ? data : null;
  } catch {
    return null;
  }
}

/** A line in today's form. Lines name no version: those of one file may be of several. They hold their outcome as entries do. */
function upgradeResult(line: unknown): unknown {
  return upgradeEntry(upgradeReportIn(line));
}

/** What a result says of the page that was asked for as `url`. */
export function printedPageOf(url: string, { finalUrl, error, ending, report }: PageResult): PrintedPage {
  if (report === null || error !== null) {
    return { url, state: 'failed', finalUrl, numbers: [], error: error ?? 'not read', ending };
  }
  const numbers = printedNumbers(report.findings);
  const checks = report.checks.map(({ code, answer, outcome }) => ({ code, answer, outcome }));
  const state = numbers.length === 0 ? 'none' : 'numbers';
  return { url, state, finalUrl, numbers, checks, capped: report.capped, ending };
}

/** A result as the line of an audit, as the workspace has it. */
export function entryOf(audit: string, place: number, asked: string, result: PageResult): Entry {
  const { opened, tries, readAt, ending, report } = result;
  // An error page or a log-in was shown, though its numbers are nobody's: the address it stood at is known.
  const isShown = ending.state === 'barrier' || (ending.state === 'unreachable' && ending.cause === 'http');
  const finalUrl = isShown ? result.finalUrl : null;
  const entry = { ...newEntry(audit, place, asked, opened), tries, readAt, ending, finalUrl };
  return report === null ? entry : { ...entry, ...summarise(report, ending) };
}
