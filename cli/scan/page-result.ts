import * as z from 'zod/mini';
import { upgradeEntry, upgradeReportIn } from '../../lib/audits/earlier-forms.ts';
import { type Entry, newEntry, type PageOutcome, summarise } from '../../lib/audits/entry.ts';
import type { SiteReport } from '../../lib/checks/site-report.ts';
import { documentParts } from '../../lib/export/document-schema.ts';
import { type PrintedCheck, printedChecks } from '../output/printed-checks.ts';
import { type PrintedNumber, printedNumbers } from '../output/printed-numbers.ts';

/** The stored result of reading a page. Output and exports are made from it alone. */
export type PageResult = {
  /** The page's key (`pageRequestOf`). */
  key: string;
  /** The address that was opened. For a host without a scheme that has no https site, the http address. */
  opened: string;
  /** How often the page was tried. */
  tries: number;
  /** ISO 8601 in UTC. */
  readAt: string;
  ending: PageOutcome;
  /** Where the address led. Null if it led nowhere. */
  finalUrl: string | null;
  /** Why the page could not be read. Null if it was read. */
  error: string | null;
  /** Null if the page was not read. A page with an HTTP error also has a report. */
  report: SiteReport | null;
};

/** The printed form of a result. `ending`: null for a line that names no page. */
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

/** Parses a line of a results file, in the current form or an earlier one. Null if it is invalid, such as after a kill. */
export function parseResult(line: string): PageResult | null {
  try {
    const { success, data } = z.safeParse(schema, upgradeResult(JSON.parse(line)));
    return success ? data : null;
  } catch {
    return null;
  }
}

/** Upgrades a line to the current form. Lines have no version, and one file may mix several. They hold outcomes as entries do. */
function upgradeResult(line: unknown): unknown {
  return upgradeEntry(upgradeReportIn(line));
}

/** The printed form of a result. `url`: the page's address as requested. */
export function printedPageOf(url: string, { finalUrl, error, ending, report }: PageResult): PrintedPage {
  if (report === null || error !== null) {
    return { url, state: 'failed', finalUrl, numbers: [], error: error ?? 'not read', ending };
  }
  const numbers = printedNumbers(report.findings);
  const checks = printedChecks(report.checks);
  const state = numbers.length === 0 ? 'none' : 'numbers';
  return { url, state, finalUrl, numbers, checks, capped: report.capped, ending };
}

/** A result as an entry of an audit in the workspace. */
export function entryOf(audit: string, place: number, asked: string, result: PageResult): Entry {
  const { opened, tries, readAt, ending, report } = result;
  // An error page or a log-in page has an address, although its numbers do not count.
  const isShown = ending.state === 'barrier' || (ending.state === 'unreachable' && ending.cause === 'http');
  const finalUrl = isShown ? result.finalUrl : null;
  const entry = { ...newEntry(audit, place, asked, opened), tries, readAt, ending, finalUrl };
  return report === null ? entry : { ...entry, ...summarise(report, ending) };
}
