import type { AnswerCode, Outcome } from '../checks/catalogue.ts';
import { asksForLook, overallOf } from '../checks/catalogue.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { ProvinceCode } from '../icp/data/provinces.ts';
import type { Role } from '../icp/finding.ts';
import { isOwn } from '../icp/finding.ts';
import { subjectNumber } from '../icp/format.ts';
import type { Kind } from '../icp/number.ts';
import type { Status } from '../icp/status.ts';

/** Every cause for which an address could not be reached. */
export const unreachableCauses = ['dns', 'tls', 'timeout', 'refused', 'http', 'network'] as const;

/** Why an address could not be reached: no such name, no secure connection, no answer in time, turned away, or an HTTP status. */
export type UnreachableCause = (typeof unreachableCauses)[number];

/** Everything that can stand in front of a page. */
export const barriers = ['login', 'error-page', 'challenge'] as const;

/** What stands in front of the page: a form to log in, an error page, a test whether a person is there. */
export type Barrier = (typeof barriers)[number];

/** How the reading of one address ended. Each address of an audit ends in exactly one of these. */
export type PageOutcome =
  /** The site shows numbers as its own. */
  | { state: 'numbers' }
  /** The page was read, and shows none. */
  | { state: 'none' }
  /** The browser keeps extensions out of the page, or the page did not let itself be read. */
  | { state: 'blocked' }
  /** The user lets the extension read no pages of the site. What came of them, if anything, is not known. */
  | { state: 'not-allowed' }
  /** `status`: the HTTP status; null where there was no answer. */
  | { state: 'unreachable'; cause: UnreachableCause; status: number | null }
  /** The address led to another site: what stands there is that site's. */
  | { state: 'redirected'; to: string }
  | { state: 'barrier'; barrier: Barrier }
  /** The user stopped the audit before its turn came. */
  | { state: 'skipped' };

/** Every state an address can end in, in the order in which people read them. */
export const pageOutcomeStates = [
  'numbers',
  'none',
  'redirected',
  'barrier',
  'blocked',
  'not-allowed',
  'unreachable',
  'skipped',
] as const satisfies PageOutcome['state'][];

/** A number of an entry: enough for a table, a filter and a group. The whole finding stands in the entry's report. */
export type EntryNumber = {
  kind: Kind;
  /** In its normal form, else as the page writes it. */
  number: string;
  province: ProvinceCode | null;
  status: Status;
  role: Role;
  hidden: boolean;
  /** The number that all services of its holder share; null for kinds without one. */
  subject: string | null;
};

/** One address of an audit: a line of the table. Its report is kept apart, so that a hundred thousand lines fit into memory. */
export type Entry = {
  /** The audit it belongs to. */
  audit: string;
  /** Its place in the audit, from 0. */
  place: number;
  /** The address as the user gave it. */
  asked: string;
  /** The address that is opened. */
  address: string;
  /** How often it was opened. */
  tries: number;
  /** Null: it is still to be read. */
  ending: PageOutcome | null;
  /** When it ended: ISO 8601 in UTC, `2026-11-22T08:30:00.000Z`; null before. */
  readAt: string | null;
  /** Where the reading ended up; null where nothing was read. */
  finalUrl: string | null;
  /** A second page of the site that was read because the first showed no number; null for none. */
  further: string | null;
  numbers: EntryNumber[];
  /** What its checks come to together; null where no page of the site was read. */
  worst: Outcome | null;
  /** Its checks' answers that are neither `pass` nor `unknown`, worst first. */
  answers: AnswerCode[];
  /**
   * How many things had changed on the page since the report of it before, when it was read. Missing where there was none to
   * hold it against, where no page of the site was read, and in entries from before this was counted.
   */
  changes?: number;
};

/** An address before it is read. */
export function newEntry(audit: string, place: number, asked: string, address: string): Entry {
  return {
    audit,
    place,
    asked,
    address,
    tries: 0,
    ending: null,
    readAt: null,
    finalUrl: null,
    further: null,
    numbers: [],
    worst: null,
    answers: [],
  };
}

/** What is no number at all names no province, whatever character stands before it. */
const namesProvince: Record<Status, boolean> = {
  valid: true,
  suspect: true,
  malformed: true,
  placeholder: false,
  unofficial: false,
};

/**
 * What an entry keeps of the report of the page that its reading ended on. Where the address led elsewhere, or to a barrier, that
 * page is not the site's: its numbers are no claim of the site, and nothing is judged by it.
 */
export function summarise(
  report: SiteReport,
  ending: PageOutcome | null,
): Pick<Entry, 'finalUrl' | 'numbers' | 'worst' | 'answers'> {
  const isSites = wasRead(ending);
  const grave = report.checks.filter(asksForLook);
  return {
    finalUrl: report.url,
    numbers: report.findings.map(({ number, role, hidden }) => ({
      kind: number.kind,
      number: number.canonical ?? number.raw,
      province: namesProvince[number.status] ? number.province : null,
      status: number.status,
      role: isSites ? role : 'mention',
      hidden,
      subject: subjectNumber(number),
    })),
    worst: isSites ? overallOf(report.checks) : null,
    answers: isSites ? [...new Set(grave.map(({ answer }) => answer))] : [],
  };
}

/** Whether a page of the site itself was read, so that numbers it does not show are none. */
export function wasRead(ending: PageOutcome | null): boolean {
  return ending?.state === 'numbers' || ending?.state === 'none';
}

/** How many numbers an entry's site shows as its own; null where no page of it was read. */
export function ownCountOf({ ending, numbers }: Pick<Entry, 'ending' | 'numbers'>): number | null {
  return wasRead(ending) ? numbers.filter(isOwn).length : null;
}
