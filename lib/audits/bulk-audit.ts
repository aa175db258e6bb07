import type { Entry, PageOutcome } from './entry.ts';

/** How an audit goes about its work. */
export type AuditOptions = {
  /** Pages open at a time, within `optionBounds`, as all numbers here. */
  concurrency: number;
  /** How long a site may take, in milliseconds. */
  limitMs: number;
  /** How often an address is tried again that could not be reached. */
  retries: number;
  /** On a home page without a number, look at one further page of the site (about, contact, legal). */
  lookFurther: boolean;
  /** Take a screenshot of each page. Missing in audits from before there were screenshots: none are taken. */
  screenshots?: boolean;
};

/** Between which whole numbers, both included, options lie: what a form offers, a command takes and a file may hold. */
export const optionBounds = {
  concurrency: { min: 1, max: 10 },
  limitSeconds: { min: 1, max: 600 },
  retries: { min: 0, max: 10 },
} as const;

/** What an audit starts with unless the user says otherwise. */
export const usualOptions: AuditOptions = {
  concurrency: 3,
  limitMs: 30_000,
  retries: 1,
  lookFurther: false,
  screenshots: false,
};

/** Every state of an audit. */
export const auditStates = ['running', 'paused', 'done', 'cancelled'] as const;

/** `running` it is worked on while a workspace is open · `paused` by the user · `done` every address ended · `cancelled`. */
export type AuditState = (typeof auditStates)[number];

/** An audit of many addresses. Its entries are kept apart. */
export type BulkAudit = {
  id: string;
  /** What the user calls it; the day and the number of addresses unless changed. */
  name: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  state: AuditState;
  options: AuditOptions;
  /** How many addresses it has. */
  size: number;
  /** The audit that it makes again: the same addresses at the same places. Missing in audits that are the first of theirs. */
  repeats?: string;
};

/** How entries ended that may be read again: nothing of the site could be reached or might be read, or its turn never came. */
export const unreachedStates = ['unreachable', 'not-allowed', 'skipped'] as const satisfies PageOutcome['state'][];

const unreached: ReadonlySet<PageOutcome['state']> = new Set(unreachedStates);

/** Whether an entry may be read again. */
export function isUnreached({ ending }: Entry): boolean {
  return ending !== null && unreached.has(ending.state);
}

/**
 * The audit that is worked on before another gets its turn: the oldest that runs. Null where it has its turn, or does not run.
 * The list may be in any order.
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
