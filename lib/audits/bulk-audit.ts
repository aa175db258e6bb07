import type { Entry, PageOutcome } from './entry.ts';

/** The options of an audit. */
export type AuditOptions = {
  /** Pages open at a time, within `optionBounds`, as all numbers here. */
  concurrency: number;
  /** How long a site may take, in milliseconds. */
  limitMs: number;
  /** How often an unreachable address is tried again. */
  retries: number;
  /** Whether a further page of the site (about, contact, legal) is read where the home page shows no number. */
  lookFurther: boolean;
  /** Take a screenshot of each page. Missing in audits from before there were screenshots: none are taken. */
  screenshots?: boolean;
};

/** The range of each option, both ends included. A form, a command and an imported file are all held to it. */
export const optionBounds = {
  concurrency: { min: 1, max: 10 },
  limitSeconds: { min: 1, max: 600 },
  retries: { min: 0, max: 10 },
} as const;

/** The options of a new audit unless the user changes them. */
export const defaultOptions: AuditOptions = {
  concurrency: 3,
  limitMs: 30_000,
  retries: 1,
  lookFurther: false,
  screenshots: false,
};

/** Every state of an audit. */
export const auditStates = ['running', 'paused', 'done', 'cancelled'] as const;

/**
 * `running`: worked on while a workspace is open · `paused`: by the user · `done`: every address ended · `cancelled`: by the
 * user.
 */
export type AuditState = (typeof auditStates)[number];

/** An audit of many addresses. Its entries are stored apart from it. */
export type BulkAudit = {
  id: string;
  /** The name that the user gave it; by default the day and the number of addresses. */
  name: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  state: AuditState;
  options: AuditOptions;
  /** How many addresses it has. */
  size: number;
  /** The audit that it repeats, with the same addresses at the same indexes. Missing in an audit that repeats none. */
  repeats?: string;
};

/** The outcomes after which an entry may be read again: the site could not be reached, could not be read, or was skipped. */
export const unreachedStates = ['unreachable', 'not-allowed', 'skipped'] as const satisfies PageOutcome['state'][];

const unreached: ReadonlySet<PageOutcome['state']> = new Set(unreachedStates);

/** Whether an entry may be read again. */
export function isUnreached({ ending }: Entry): boolean {
  return ending !== null && unreached.has(ending.state);
}

/**
 * The audit that must finish before this one gets its turn: the oldest that runs. Null where it is this one's turn, or where
 * this one does not run. The list may be in any order.
 */
export function auditBefore({ id, state }: BulkAudit, audits: readonly BulkAudit[]): BulkAudit | null {
  if (state !== 'running') return null;
  const [oldest] = audits
    .filter((audit) => audit.state === 'running')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return oldest === undefined || oldest.id === id ? null : oldest;
}

/** Whether an entry still has to be read. */
export function isWaiting({ ending }: Entry): boolean {
  return ending === null;
}
