import type { AnswerCode } from '../checks/catalogue.ts';
import type { Outcome } from '../checks/outcome.ts';
import { asksForLook, overallOf } from '../checks/outcome.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { ProvinceCode } from '../icp/data/provinces.ts';
import type { Role } from '../icp/finding.ts';
import { isOwn } from '../icp/finding.ts';
import { subjectNumber } from '../icp/format.ts';
import type { Kind } from '../icp/number.ts';
import type { Status } from '../icp/status.ts';

/** Every reason why an address could not be reached. */
export const unreachableCauses = ['dns', 'tls', 'timeout', 'refused', 'http', 'network'] as const;

/**
 * Why an address could not be reached: unknown name, no secure connection, no answer in time, refused, or an HTTP error status.
 */
export type UnreachableCause = (typeof unreachableCauses)[number];

/** Everything that can stand in front of a page. */
export const barriers = ['login', 'error-page', 'challenge'] as const;

/** What stands in front of the page: a form to log in, an error page, a test whether a person is there. */
export type Barrier = (typeof barriers)[number];

/** The outcome of reading one address. Each address of an audit ends with exactly one. */
export type PageOutcome =
  /** The site shows numbers as its own. */
  | { state: 'numbers' }
  /** The page was read, and shows no number as the site's own. */
  | { state: 'none' }
  /** The browser keeps extensions out of the page, or the page could not be read. */
  | { state: 'blocked' }
  /** The user does not let the extension read pages of the site. Nothing is known of them. */
  | { state: 'not-allowed' }
  /** `status`: the HTTP status; null where there was no answer. */
  | { state: 'unreachable'; cause: UnreachableCause; status: number | null }
  /** The address led to another site, so the numbers there belong to that site. */
  | { state: 'redirected'; to: string }
  | { state: 'barrier'; barrier: Barrier }
  /** The user stopped the audit before this address was read. */
  | { state: 'skipped' };

/** Every state of an outcome, in the order in which people read them. */
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

/** A number in an entry: enough for a table, a filter and a group. The entry's report holds the whole finding. */
export type EntryNumber = {
  kind: Kind;
  /** The normal form, else the number as the page writes it. */
  number: string;
  province: ProvinceCode | null;
  status: Status;
  role: Role;
  hidden: boolean;
  /** The number that all services of its holder share; null for kinds without services. */
  subject: string | null;
};

/** One address of an audit: a row of the table. Its report is stored apart, so that a hundred thousand rows fit into memory. */
export type Entry = {
  /** The audit it belongs to. */
  audit: string;
  /** Its index in the audit, from 0. */
  place: number;
  /** The address as the user gave it. */
  asked: string;
  /** The address that is opened. */
  address: string;
  /** How often it was opened. */
  tries: number;
  /** Null until it is read. */
  ending: PageOutcome | null;
  /** When the reading ended: ISO 8601 in UTC, `2026-11-22T08:30:00.000Z`; null until then. */
  readAt: string | null;
  /** The address of the page that was read, after redirects; null where no page was read. */
  finalUrl: string | null;
  /** A second page of the site that was read because the first shows no number; null for none. */
  further: string | null;
  numbers: EntryNumber[];
  /** The worst outcome of its checks; null where no page of the site was read. */
  worst: Outcome | null;
  /** The answers of its checks that are neither `pass` nor `unknown`, worst first. */
  answers: AnswerCode[];
  /**
   * How many things had changed on the page since its previous report. Missing where there is no previous report, where no page
   * of the site was read, and in entries from before changes were counted.
   */
  changes?: number;
};

/** An address before it is read. */
export function newEntry(audit: string, index: number, asked: string, address: string): Entry {
  return {
    audit,
    place: index,
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

/** Whether a number of a status tells a province. Text that is no real number does not, whatever character stands before it. */
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

/** Whether a page of the site itself was read, so that numbers that it does not show are missing from it. */
export function wasRead(ending: PageOutcome | null): boolean {
  return ending?.state === 'numbers' || ending?.state === 'none';
}

/** How many numbers an entry's site shows as its own; null where no page of the site was read. */
export function ownCountOf({ ending, numbers }: Pick<Entry, 'ending' | 'numbers'>): number | null {
  return wasRead(ending) ? numbers.filter(isOwn).length : null;
}
