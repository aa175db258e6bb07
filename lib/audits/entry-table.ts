import { outcomes } from '../checks/outcome.ts';
import { isOwn } from '../icp/finding.ts';
import type { Status } from '../icp/status.ts';
import { type Entry, ownCountOf, pageOutcomeStates } from './entry.ts';
import { type EntryFilter, isNarrower, searchKeyOf, testOf, wordsOf } from './filter-entries.ts';
import { subjectsOf } from './group-holders.ts';
import { compareDescending, compareKeys, type SortKey, type SortOrders, sortKeys, sortSteps } from './sort-order.ts';

/** The columns by which entries can be sorted. */
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

/** A column and a direction of sorting. */
export type EntrySort = { column: SortColumn; descending: boolean };

/** The entries of an audit, to be filtered and sorted repeatedly while they change. */
export type EntryTable = {
  /** Adds an entry, or replaces the one with its index in the audit. */
  put: (entry: Entry) => void;
  /**
   * The entries that pass a filter, sorted. Equal ones stand in the order of their indexes in the audit. Entries without a
   * value come last in either direction.
   */
  select: (filter: EntryFilter, sort: EntrySort) => Entry[];
  /**
   * Computes in advance what the first sort by each of some columns and the first search for a text need, a few milliseconds in
   * each step. Without it `select` gives the same, but later.
   */
  prepare: (columns: Iterable<SortColumn>) => Generator<undefined, void>;
};

/** A computed result. `stale`: the rows that have changed since it was computed. */
type Computed = { stale: Set<number> };

/** The key of each row in a column, and the rows in the order of their keys. */
type SortedColumn = Computed & { keys: SortKey[]; orders: SortOrders };

/** The rows that pass a filter: the flag is 1 for each of them. */
type FilterResult = Computed & { filter: EntryFilter; flags: Uint8Array };

/** How many rows `prepare` reads in a step. */
const stepRows = 5_000;

/**
 * Makes a table of entries. It keeps what it computes. With a hundred thousand entries, another filter, another direction and
 * every sort but the first by a column take only a pass or two over plain arrays. So do the changes of a running audit.
 */
export function createEntryTable(entries: Iterable<Entry>): EntryTable {
  /** In the order of their indexes in the audit. */
  let rows: Entry[] = [];
  /** Row numbers by index in the audit; null: rows were added and are not in order yet. */
  let numbers: Map<number, number> | null = new Map();
  const byIndex = new Map<number, Entry>();
  const columns = new Map<SortColumn, SortedColumn>();
  const unfinished = new Map<SortColumn, Generator<undefined, SortedColumn>>();
  let searchKeys: (string | undefined)[] = [];
  let filtered: FilterResult | null = null;
  /** All computed results that are kept, finished or not. */
  const computed = new Set<Computed>();
  /** How often all of them were dropped. */
  let generation = 0;

  function put(entry: Entry): void {
    byIndex.set(entry.place, entry);
    const row = numbers?.get(entry.place);
    if (row === undefined) {
      if (!append(entry)) numbers = null;
      return;
    }
    rows[row] = entry;
    searchKeys[row] = undefined;
    for (const { stale } of computed) stale.add(row);
  }

  /** Adds a row after all others, if it belongs there. While an audit is read from the store, each row does. */
  function append(entry: Entry): boolean {
    if (numbers === null || entry.place <= (rows.at(-1)?.place ?? Number.NEGATIVE_INFINITY)) return false;
    dropResults();
    numbers.set(entry.place, rows.length);
    rows.push(entry);
    searchKeys.push(undefined);
    return true;
  }

  /** Puts added rows in order. */
  function sortRows(): void {
    if (numbers !== null) return;
    dropResults();
    rows = [...byIndex.values()].sort((a, b) => a.place - b.place);
    numbers = new Map(rows.map(({ place }, row) => [place, row]));
    searchKeys = new Array(rows.length);
  }

  /** Drops all results, which were computed from fewer rows. */
  function dropResults(): void {
    if (computed.size === 0) return;
    columns.clear();
    unfinished.clear();
    filtered = null;
    computed.clear();
    generation += 1;
  }

  function orderBy(name: SortColumn): SortedColumn {
    const known = columns.get(name);
    if (known !== undefined) {
      moveStale(known, (row) => keyAt(name, row));
      return known;
    }
    const steps = stepsTo(name);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }

  /** The steps that compute a column. Steps already done are not repeated. */
  function stepsTo(name: SortColumn): Generator<undefined, SortedColumn> {
    const steps = unfinished.get(name) ?? makeColumn(name);
    unfinished.set(name, steps);
    return steps;
  }

  function* makeColumn(name: SortColumn): Generator<undefined, SortedColumn> {
    const column: SortedColumn = { keys: [], orders: sortKeys([]), stale: new Set() };
    computed.add(column);
    for (let row = 0; row < rows.length; row++) {
      column.keys.push(keyAt(name, row));
      if (row % stepRows === 0) yield;
    }
    column.orders = yield* sortSteps(column.keys);
    columns.set(name, column);
    unfinished.delete(name);
    // Rows that changed while the column was computed.
    moveStale(column, (row) => keyAt(name, row));
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
    const before = filtered;
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
    // When a search gets a further letter, only the rows that passed before are searched.
    const narrowed = before !== null && isNarrower(filter, before.filter) ? before : null;
    for (let row = 0; row < rows.length; row++) {
      if (narrowed === null || narrowed.flags[row] === 1 || narrowed.stale.has(row)) look(row);
    }
    if (filtered !== null) computed.delete(filtered);
    filtered = { filter, flags, stale: new Set() };
    computed.add(filtered);
    return flags;
  }

  function select(filter: EntryFilter, { column, descending }: EntrySort): Entry[] {
    sortRows();
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
    sortRows();
    // If rows are added meanwhile, the result is dropped, and whoever needs it computes it anew.
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

/** Moves rows that have changed to their new positions. */
function moveStale({ keys, orders, stale }: SortedColumn, keyAt: (row: number) => SortKey): void {
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

/** Removes rows from an order and inserts them again. The others keep their order. */
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

/** The most severe first, as people read them. */
const statusRanks: Record<Status, number> = { placeholder: 0, malformed: 1, suspect: 2, unofficial: 3, valid: 4 };

/**
 * The sort key of an entry in each column. Characters are compared plainly, because addresses and numbers follow no language's
 * rules.
 */
const keyOf: { readonly [Column in SortColumn]: (entry: Entry) => SortKey } = {
  place: ({ place }) => place,
  address: ({ address }) => withoutScheme(address),
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
  finalUrl: ({ finalUrl }) => (finalUrl === null ? null : withoutScheme(finalUrl)),
  tries: ({ tries }) => tries,
};

/** Removes the scheme and `www.`: people look for `a.cn` under a. */
function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '');
}
