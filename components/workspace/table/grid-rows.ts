import type { Entry } from '../../../lib/audits/entry.ts';
import { groupHolders, type HolderIndex } from '../../../lib/audits/group-holders.ts';

/**
 * What a heading stands over: the sites of one holder, at least two; sites of which no other here has the same holder; sites of
 * which no holder is known.
 */
export type HolderGroup = { sort: 'family'; subject: string } | { sort: 'single' } | { sort: 'unknown' };

/** A row of the table: an entry, or a heading over `count` of them. */
export type GridRow =
  | { row: 'entry'; entry: Entry; key: string }
  | { row: 'heading'; group: HolderGroup; count: number; key: string };

/** The rows of the table, of which only those in sight are made. */
export type GridRows = { count: number; at: (index: number) => GridRow | null };

/**
 * The rows for some entries, in their order. With an index of holders they are grouped: the largest family first; an entry
 * stands in each family whose number it shows.
 */
export function rowsOf(entries: readonly Entry[], holders: HolderIndex | null): GridRows {
  if (holders === null) return { count: entries.length, at: (index) => rowOf('', entries[index]) };
  const sections = sectionsOf(entries, holders).filter((section) => section.entries.length > 0);
  const starts: number[] = [];
  let count = 0;
  for (const section of sections) {
    starts.push(count);
    count += 1 + section.entries.length;
  }
  return {
    count,
    at(index) {
      const place = lastUpTo(starts, index);
      const section = sections[place];
      if (section === undefined) return null;
      const { group, entries } = section;
      const name = group.sort === 'family' ? `family ${group.subject}` : group.sort;
      const within = index - (starts[place] ?? 0);
      if (within === 0) return { row: 'heading', group, count: entries.length, key: name };
      return rowOf(name, entries[within - 1]);
    },
  };
}

/** The place of the last of some ascending numbers that is not above a value; the first is not. */
function lastUpTo(starts: readonly number[], value: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

function rowOf(section: string, entry: Entry | undefined): GridRow | null {
  return entry === undefined ? null : { row: 'entry', entry, key: `${section} ${entry.place}` };
}

type Section = { group: HolderGroup; entries: readonly Entry[] };

function sectionsOf(entries: readonly Entry[], holders: HolderIndex): Section[] {
  const { groups, others } = groupHolders(entries, holders);
  const large = groups.filter((group) => group.entries.length > 1);
  const known = new Set(large.map(({ subject }) => subject));
  const isInLarge = (entry: Entry): boolean => holders.holdersOf(entry).some(({ subject }) => known.has(subject));
  // Once, however many holders it shows.
  const single = new Set<Entry>();
  for (const { entries } of groups) {
    const [entry] = entries;
    if (entries.length === 1 && entry !== undefined && !isInLarge(entry)) single.add(entry);
  }
  return [
    ...large.map(({ subject, entries }): Section => ({ group: { sort: 'family', subject }, entries })),
    { group: { sort: 'single' }, entries: [...single] },
    { group: { sort: 'unknown' }, entries: others },
  ];
}
