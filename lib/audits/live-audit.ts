import { type Entry, pageOutcomeStates } from './entry.ts';
import { createEntryTable, type EntryTable } from './entry-table.ts';
import { changeStateOf } from './filter-entries.ts';
import { type HolderIndex, indexHolders } from './group-holders.ts';

/** Every state of an entry, in the order in which people read them. */
export const entryStates = [...pageOutcomeStates, 'waiting'] as const;

/** The state of an entry: its outcome, or waiting. */
export type EntryState = (typeof entryStates)[number];

/** The progress of an audit. */
export type AuditProgress = {
  size: number;
  ended: number;
  /** Addresses that are open at present. */
  open: number;
  counts: Record<EntryState, number>;
  /** `compared`: entries whose site has a previous report; `changed`: those of them whose site changed since. */
  changes: { changed: number; compared: number };
  /** How many addresses ended per minute recently; null where too few ended to tell. */
  perMinute: number | null;
  /** How long the rest will take at that rate, in milliseconds; null where it cannot be told or nothing is left. */
  leftMs: number | null;
};

/** An audit's entries while they change. */
export type LiveAudit = {
  /** Adds or replaces an entry. `isOpen`: it is being read. */
  put: (entry: Entry, isOpen: boolean) => void;
  /** The entry at an index of the audit; null where there is none. */
  at: (index: number) => Entry | null;
  table: Omit<EntryTable, 'prepare'>;
  holders: HolderIndex;
  /** Computes in advance what the table and the index of holders first need, a few milliseconds in each step. */
  prepare: EntryTable['prepare'];
  progress: (now: Date) => AuditProgress;
};

/** The period that the rate is measured over, five minutes: a pause or a night within an audit does not affect it. */
const windowMs = 5 * 60_000;
/** How many entries `prepare` reads in a step. */
const stepEntries = 5_000;
/** With fewer ended entries than this, a rate is only a guess. */
const minEnds = 3;

/** Follows the entries of an audit. Counts are updated with each entry, so reading the progress needs no pass over all. */
export function createLiveAudit(entries: readonly Entry[]): LiveAudit {
  const known = new Map<number, Entry>();
  const open = new Set<number>();
  const counts: Record<EntryState, number> = {
    numbers: 0,
    none: 0,
    redirected: 0,
    barrier: 0,
    blocked: 0,
    'not-allowed': 0,
    unreachable: 0,
    skipped: 0,
    waiting: 0,
  };
  const changes = { changed: 0, compared: 0 };
  let ends: number[] = [];
  const table = createEntryTable(entries);
  const holders = indexHolders();

  function count(entry: Entry): void {
    const before = known.get(entry.place);
    if (before !== undefined) counts[stateOf(before)] -= 1;
    counts[stateOf(entry)] += 1;
    if (before !== undefined) countChanges(before, -1);
    countChanges(entry, 1);
    known.set(entry.place, entry);
  }

  function countChanges(entry: Entry, step: 1 | -1): void {
    const state = changeStateOf(entry);
    if (state !== 'unknown') changes.compared += step;
    if (state === 'changed') changes.changed += step;
  }

  for (const entry of entries) count(entry);

  return {
    put(entry, isOpen) {
      const before = known.get(entry.place);
      count(entry);
      table.put(entry);
      if (isOpen) open.add(entry.place);
      else open.delete(entry.place);
      if (before?.ending === null && entry.readAt !== null) ends.push(Date.parse(entry.readAt));
    },
    at: (index) => known.get(index) ?? null,
    table,
    holders,
    *prepare(columns) {
      yield* table.prepare(columns);
      for (const [index, entry] of [...known.values()].entries()) {
        holders.holdersOf(entry);
        if (index % stepEntries === 0) yield;
      }
    },
    progress(now) {
      ends = ends.filter((end) => end > now.getTime() - windowMs);
      const [first] = ends;
      const passedMs = first === undefined ? 0 : now.getTime() - first;
      // The first end starts the measured time, so it is not counted.
      const perMs = ends.length < minEnds || passedMs <= 0 ? null : (ends.length - 1) / passedMs;
      const { waiting } = counts;
      return {
        size: known.size,
        ended: known.size - waiting,
        open: open.size,
        counts: { ...counts },
        changes: { ...changes },
        perMinute: perMs === null ? null : perMs * 60_000,
        leftMs: perMs === null || waiting === 0 ? null : waiting / perMs,
      };
    },
  };
}

function stateOf({ ending }: Entry): EntryState {
  return ending?.state ?? 'waiting';
}
