import { isOwn } from '../icp/finding.ts';
import type { Status } from '../icp/number.ts';
import { outcomes } from './checks.ts';
import { type Entry, endingStates, ownCountOf } from './entry.ts';
import { type EntryFilter, type SearchableEntry, searchKeyOf, testOf } from './filter-entries.ts';
import { subjectsOf } from './group-holders.ts';

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
};

type SortKey = string | number | null;
type Row = SearchableEntry & { sortKeys: Record<SortColumn, SortKey> };
/** All rows in ascending order; `isStale`: one has changed since. */
type Order = { rows: Row[]; isStale: boolean };

/**
 * Makes a table of entries. Each is looked through once, and each column's order is kept: of a hundred thousand entries,
 * another filter or another direction takes one walk over them. The first sort by a column of texts takes several times as
 * long; ask for it ahead, when there is time, if that matters.
 *
 * Why an order is kept rather than made anew: sorting what is almost sorted takes one walk too, so that an audit that runs
 * may change its table as often as it likes.
 */
export function createEntryTable(entries: Iterable<Entry>): EntryTable {
  const rows = new Map<number, Row>();
  const orders = new Map<SortColumn, Order>();

  function put(entry: Entry): void {
    const row = rowOf(entry);
    const known = rows.get(entry.place);
    if (known === undefined) {
      rows.set(entry.place, row);
      for (const order of orders.values()) {
        order.rows.push(row);
        order.isStale = true;
      }
      return;
    }
    for (const [column, order] of orders) if (known.sortKeys[column] !== row.sortKeys[column]) order.isStale = true;
    Object.assign(known, row);
  }

  function orderBy(column: SortColumn): Row[] {
    const order = orders.get(column) ?? { rows: [...rows.values()], isStale: true };
    orders.set(column, order);
    if (order.isStale) order.rows.sort((a, b) => compare(a, b, column));
    order.isStale = false;
    return order.rows;
  }

  function select(filter: EntryFilter, { column, descending }: EntrySort): Entry[] {
    const rowsInOrder = orderBy(column).filter(testOf(filter));
    return (descending ? reverse(rowsInOrder, column) : rowsInOrder).map(({ entry }) => entry);
  }

  for (const entry of entries) put(entry);
  return { put, select };
}

/** The other way round; rows that are alike keep their order, and those without a value stay last. */
function reverse(rows: readonly Row[], column: SortColumn): Row[] {
  const reversed: Row[] = [];
  let end = rows.findIndex(({ sortKeys }) => sortKeys[column] === null);
  const empty = end < 0 ? [] : rows.slice(end);
  if (end < 0) end = rows.length;
  while (end > 0) {
    const key = rows[end - 1]?.sortKeys[column];
    let from = end;
    while (from > 0 && rows[from - 1]?.sortKeys[column] === key) from--;
    for (const row of rows.slice(from, end)) reversed.push(row);
    end = from;
  }
  return [...reversed, ...empty];
}

function compare(a: Row, b: Row, column: SortColumn): number {
  return compareKeys(a.sortKeys[column], b.sortKeys[column]) || a.entry.place - b.entry.place;
}

/** Plain comparison of characters: a language's rules take many times as long, and addresses and numbers follow none. */
function compareKeys(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Gravest first, as people read them. */
const statuses = ['placeholder', 'malformed', 'suspect', 'unofficial', 'valid'] as const satisfies Status[];

function rowOf(entry: Entry): Row {
  const { address, finalUrl, ending, numbers, worst, readAt } = entry;
  const own = numbers.filter(isOwn);
  const [first] = own;
  const [holder] = subjectsOf(entry);
  const ranks = own.map(({ status }) => statuses.indexOf(status));
  return {
    entry,
    searchKey: searchKeyOf(entry),
    sortKeys: {
      place: entry.place,
      address: bare(address),
      ending: ending === null ? null : endingStates.indexOf(ending.state),
      numbers: ownCountOf(entry),
      number: first?.number ?? null,
      holder: holder ?? null,
      kind: first?.kind ?? null,
      province: own.find(({ province }) => province !== null)?.province ?? null,
      status: ranks.length === 0 ? null : Math.min(...ranks),
      worst: worst === null ? null : outcomes.indexOf(worst),
      readAt: readAt === null ? null : Date.parse(readAt),
      finalUrl: finalUrl === null ? null : bare(finalUrl),
      tries: entry.tries,
    },
  };
}

/** People look for `a.cn` under a, whatever stands before it. */
function bare(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '');
}
