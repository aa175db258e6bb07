import { type Entry, pageOutcomeStates } from './entry.ts';
import { createEntryTable, type EntryTable } from './entry-table.ts';
import { changeStateOf } from './filter-entries.ts';
import { type HolderIndex, indexHolders } from './group-holders.ts';

/** Every state an entry can be in, in the order in which people read them. */
export const entryStates = [...pageOutcomeStates, 'waiting'] as const;

/** How an entry stands: as it ended, or still to be read. */
export type EntryState = (typeof entryStates)[number];

/** How far an audit has come. */
export type AuditProgress = {
  size: number;
  ended: number;
  /** Addresses that are open at this moment. */
  open: number;
  counts: Record<EntryState, number>;
  /** Entries whose site changed since its report before, and those that could be held against one. */
  changes: { changed: number; compared: number };
  /** How many addresses ended a minute of late; null where too few did to tell. */
  perMinute: number | null;
  /** How long the rest will take at that rate, in milliseconds; null where it cannot be told or nothing is left. */
  leftMs: number | null;
};

/** An audit's entries while they change. */
export type LiveAudit = {
  /** Takes in an entry as it now is. `isOpen`: it is being read. */
  put: (entry: Entry, isOpen: boolean) => void;
  /** The entry at a place; null where there is none. */
  at: (place: number) => Entry | null;
  table: Omit<EntryTable, 'prepare'>;
  holders: HolderIndex;
  /** Does ahead what the table and the index of holders have to do when they are first asked, a few milliseconds each step. */
  prepare: EntryTable['prepare'];
  progress: (now: Date) => AuditProgress;
};

/** The rate is that of the last five minutes: a pause or a night between two halves of an audit says nothing of it. */
const windowMs = 5 * 60_000;
/** How many entries are looked at in a step of what is done ahead. */
const stepEntries = 5_000;
/** Below this many ends a rate is no more than a guess. */
const minEnds = 3;

/** Follows the entries of an audit. What is counted is counted as it changes: to ask for progress costs no walk. */
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
    at: (place) => known.get(place) ?? null,
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
      // The first end begins the time that is measured, and so is not counted in it.
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
