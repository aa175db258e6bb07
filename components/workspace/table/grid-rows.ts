import type { Entry } from '../../../lib/audits/entry.ts';
import { groupHolders, type HolderIndex } from '../../../lib/audits/group-holders.ts';

/**
 * A group of sites under one heading. `family`: at least two sites of one holder. `single`: sites whose holder has no other site
 * here. `unknown`: sites without a known holder.
 */
export type HolderGroup = { sort: 'family'; subject: string } | { sort: 'single' } | { sort: 'unknown' };

/** A row of the table: an entry, or a heading over `count` of them. */
export type GridRow =
  | { row: 'entry'; entry: Entry; key: string }
  | { row: 'heading'; group: HolderGroup; count: number; key: string };

/** The rows of the table. A row is created only when `at` asks for it. */
export type GridRows = { count: number; at: (index: number) => GridRow | null };

/**
 * The rows for some entries, in their order. With an index of holders they are grouped, the largest holder first. An entry stands
 * in the group of each holder whose number it shows.
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

/** The index of the last number that is not above a value. The numbers ascend, and the first is not above the value. */
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
  // A set: an entry with several holders is listed once.
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
