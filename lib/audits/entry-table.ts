import { outcomes } from '../checks/outcome.ts';
import { isOwn } from '../icp/finding.ts';
import type { Status } from '../icp/status.ts';
import { type Entry, ownCountOf, pageOutcomeStates } from './entry.ts';
import { type EntryFilter, isNarrower, searchKeyOf, testOf, wordsOf } from './filter-entries.ts';
import { subjectsOf } from './group-holders.ts';
import { type BothWays, compareDescending, compareKeys, type SortKey, sortKeys, sortSteps } from './sort-order.ts';

/** What entries can be sorted by. */
export const sortColumns = [
  'place',
  'address',
  'ending',
  'numbers',
  'number',
  'holder',
  'kind',
  'province',
  'status',
  'worst',
  'changes',
  'readAt',
  'finalUrl',
  'tries',
] as const;

/** A column that entries can be sorted by. */
export type SortColumn = (typeof sortColumns)[number];

/** How entries are to be sorted. */
export type EntrySort = { column: SortColumn; descending: boolean };

/** The entries of an audit, ready to be filtered and sorted again and again while they change. */
export type EntryTable = {
  /** Adds an entry, or replaces the one at its place in the audit. */
  put: (entry: Entry) => void;
  /**
   * The entries that a filter lets through, sorted; those that are alike by their place in the audit. What has no value
   * comes last in either direction.
   */
  select: (filter: EntryFilter, sort: EntrySort) => Entry[];
  /**
   * Does ahead what the first sort by each of some columns and the first search for a text have to do, a few milliseconds
   * each step. Whoever does not wait for it gets the same, later.
   */
  prepare: (columns: Iterable<SortColumn>) => Generator<undefined, void>;
};

/** What was worked out of the rows, but for those that have changed since. */
type Kept = { stale: Set<number> };

/** The key of each row in a column, and the rows by their keys. */
type SortedColumn = Kept & { keys: SortKey[]; orders: BothWays };

/** Which rows a filter lets through: 1 for each that it does. */
type Passing = Kept & { filter: EntryFilter; flags: Uint8Array };

/** How many rows `prepare` looks at in a step. */
const stepRows = 5_000;

/**
 * Makes a table of entries. What is worked out of them is kept: of a hundred thousand, another filter, another direction and
 * every sort but the first by a column takes a walk or two over plain arrays, and so do the changes of an audit that runs.
 */
export function createEntryTable(entries: Iterable<Entry>): EntryTable {
  /** In the order of their places. */
  let rows: Entry[] = [];
  /** Row numbers by place; null: rows have come, and are to be put in order. */
  let numbers: Map<number, number> | null = new Map();
  const byPlace = new Map<number, Entry>();
  const columns = new Map<SortColumn, SortedColumn>();
  const making = new Map<SortColumn, Generator<undefined, SortedColumn>>();
  let searchKeys: (string | undefined)[] = [];
  let passing: Passing | null = null;
  /** All that is kept, and what is being made. */
  const kept = new Set<Kept>();
  /** How often all of it was dropped. */
  let generation = 0;

  function put(entry: Entry): void {
    byPlace.set(entry.place, entry);
    const row = numbers?.get(entry.place);
    if (row === undefined) {
      if (!append(entry)) numbers = null;
      return;
    }
    rows[row] = entry;
    searchKeys[row] = undefined;
    for (const { stale } of kept) stale.add(row);
  }

  /** Puts a row behind all others, if it belongs there, as each does while an audit is read from the store. */
  function append(entry: Entry): boolean {
    if (numbers === null || entry.place <= (rows.at(-1)?.place ?? Number.NEGATIVE_INFINITY)) return false;
    forget();
    numbers.set(entry.place, rows.length);
    rows.push(entry);
    searchKeys.push(undefined);
    return true;
  }

  /** Puts rows that have come where they belong. */
  function arrange(): void {
    if (numbers !== null) return;
    forget();
    rows = [...byPlace.values()].sort((a, b) => a.place - b.place);
    numbers = new Map(rows.map(({ place }, row) => [place, row]));
    searchKeys = new Array(rows.length);
  }

  /** Drops what was worked out of rows that were fewer. */
  function forget(): void {
    if (kept.size === 0) return;
    columns.clear();
    making.clear();
    passing = null;
    kept.clear();
    generation += 1;
  }

  function orderBy(name: SortColumn): SortedColumn {
    const known = columns.get(name);
    if (known !== undefined) {
      bringUp(known, (row) => keyAt(name, row));
      return known;
    }
    const steps = stepsTo(name);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }

  /** The steps to a column; those that were taken are not taken again. */
  function stepsTo(name: SortColumn): Generator<undefined, SortedColumn> {
    const steps = making.get(name) ?? makeColumn(name);
    making.set(name, steps);
    return steps;
  }

  function* makeColumn(name: SortColumn): Generator<undefined, SortedColumn> {
    const column: SortedColumn = { keys: [], orders: sortKeys([]), stale: new Set() };
    kept.add(column);
    for (let row = 0; row < rows.length; row++) {
      column.keys.push(keyAt(name, row));
      if (row % stepRows === 0) yield;
    }
    column.orders = yield* sortSteps(column.keys);
    columns.set(name, column);
    making.delete(name);
    // What changed while it was made.
    bringUp(column, (row) => keyAt(name, row));
    return column;
  }

  function keyAt(name: SortColumn, row: number): SortKey {
    const entry = rows[row];
    return entry === undefined ? null : keyOf[name](entry);
  }

  function searchKeyAt(row: number): string {
    const entry = rows[row];
    const key = searchKeys[row] ?? (entry === undefined ? '' : searchKeyOf(entry));
    searchKeys[row] = key;
    return key;
  }

  function flagsOf(filter: EntryFilter): Uint8Array {
    const before = passing;
    const isSame = before !== null && before.filter === filter;
    const flags = isSame ? before.flags : new Uint8Array(rows.length);
    const test = testOf(filter);
    const words = wordsOf(filter.text);
    const look = (row: number): void => {
      const entry = rows[row];
      const passes =
        entry !== undefined &&
        (test === null || test(entry)) &&
        (words.length === 0 || words.every((word) => searchKeyAt(row).includes(word)));
      flags[row] = passes ? 1 : 0;
    };
    if (isSame) {
      for (const row of before.stale) look(row);
      before.stale.clear();
      return flags;
    }
    // Each further letter of a search is looked for only where those before it were found.
    const narrowed = before !== null && isNarrower(filter, before.filter) ? before : null;
    for (let row = 0; row < rows.length; row++) {
      if (narrowed === null || narrowed.flags[row] === 1 || narrowed.stale.has(row)) look(row);
    }
    if (passing !== null) kept.delete(passing);
    passing = { filter, flags, stale: new Set() };
    kept.add(passing);
    return flags;
  }

  function select(filter: EntryFilter, { column, descending }: EntrySort): Entry[] {
    arrange();
    const { ascending, descending: turned } = orderBy(column).orders;
    const flags = flagsOf(filter);
    const found: Entry[] = [];
    for (const row of descending ? turned : ascending) {
      const entry = rows[row];
      if (flags[row] === 1 && entry !== undefined) found.push(entry);
    }
    return found;
  }

  function* prepare(names: Iterable<SortColumn>): Generator<undefined, void> {
    arrange();
    // Where rows come meanwhile, all is begun anew, by whoever needs it.
    const begun = generation;
    for (const name of names) {
      while (generation === begun && !columns.has(name)) {
        stepsTo(name).next();
        yield;
      }
    }
    for (let row = 0; row < rows.length && generation === begun; row++) {
      searchKeyAt(row);
      if (row % stepRows === 0) yield;
    }
  }

  for (const entry of entries) put(entry);
  return { put, select, prepare };
}

/** Puts rows that have changed where they now belong. */
function bringUp({ keys, orders, stale }: SortedColumn, keyAt: (row: number) => SortKey): void {
  const moved = new Set<number>();
  for (const row of stale) {
    const key = keyAt(row);
    if (key !== keys[row]) moved.add(row);
    keys[row] = key;
  }
  stale.clear();
  if (moved.size === 0) return;
  insert(orders.ascending, moved, (a, b) => compareKeys(keys[a] ?? null, keys[b] ?? null) || a - b);
  insert(orders.descending, moved, (a, b) => compareDescending(keys[a] ?? null, keys[b] ?? null) || a - b);
}

/** Takes rows out of an order and puts them in again: the others keep theirs. */
function insert(order: Uint32Array, moved: ReadonlySet<number>, compare: (a: number, b: number) => number): void {
  const rest = order.filter((row) => !moved.has(row));
  let [from, end] = [0, 0];
  for (const row of Uint32Array.from(moved).sort(compare)) {
    let [low, high] = [from, rest.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(rest[middle] ?? 0, row) < 0) low = middle + 1;
      else high = middle;
    }
    order.set(rest.subarray(from, low), end);
    end += low - from;
    order[end++] = row;
    from = low;
  }
  order.set(rest.subarray(from), end);
}

/** Gravest first, as people read them. */
const statusRanks: Record<Status, number> = { placeholder: 0, malformed: 1, suspect: 2, unofficial: 3, valid: 4 };

/** What an entry is sorted by in each column. Plain characters, no language's rules: addresses and numbers follow none. */
const keyOf: { readonly [Column in SortColumn]: (entry: Entry) => SortKey } = {
  place: ({ place }) => place,
  address: ({ address }) => bare(address),
  ending: ({ ending }) => (ending === null ? null : pageOutcomeStates.indexOf(ending.state)),
  numbers: ownCountOf,
  number: ({ numbers }) => numbers.find(isOwn)?.number ?? null,
  holder: (entry) => {
    const [holder] = subjectsOf(entry);
    return holder ?? null;
  },
  kind: ({ numbers }) => numbers.find(isOwn)?.kind ?? null,
  province: ({ numbers }) => numbers.find((number) => isOwn(number) && number.province !== null)?.province ?? null,
  status: ({ numbers }) =>
    numbers.reduce<number | null>((gravest, number) => {
      if (!isOwn(number)) return gravest;
      const rank = statusRanks[number.status];
      return gravest === null ? rank : Math.min(gravest, rank);
    }, null),
  worst: ({ worst }) => (worst === null ? null : outcomes.indexOf(worst)),
  changes: ({ changes }) => changes ?? null,
  readAt: ({ readAt }) => (readAt === null ? null : Date.parse(readAt)),
  finalUrl: ({ finalUrl }) => (finalUrl === null ? null : bare(finalUrl)),
  tries: ({ tries }) => tries,
};

/** People look for `a.cn` under a, whatever stands before it. */
function bare(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '');
}
