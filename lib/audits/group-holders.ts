import { isOwn } from '../icp/finding.ts';
import type { Entry } from './entry.ts';

/** Sites that show a number of one holder. */
export type HolderGroup = {
  /** The number that all services of the holder share. */
  subject: string;
  /** Each entry once, in the order given. */
  entries: Entry[];
};

/** Entries by holder. */
export type HolderGroups = {
  /** Largest first. Groups of one size stand in the order of their first entries. */
  groups: HolderGroup[];
  /** Entries without a readable holder's number. */
  others: Entry[];
};

/**
 * Groups entries by holder: the same subject number is the same holder. A licence that replaces a filing counts by its own
 * number, as the ministry counts it (numbers.md §1.4).
 *
 * Only numbers that a site shows as its own, visibly and in a form that an authority issues, name a holder. Placeholders, jokes
 * and malformed numbers do not. A well-known site's number on another host does not make the two sites one holder's.
 *
 * Why not join the groups of an entry that shows several numbers: the entry stands in each of them. A page may show its own
 * number and its customer's or builder's. Joining would make one group of all the sites that an agency ever built, and one
 * mistake would be enough to present a stranger's site as a competitor's.
 */
export function groupHolders(entries: readonly Entry[], index: HolderIndex = indexHolders()): HolderGroups {
  const others: Entry[] = [];
  /** For each membership, an entry and its holder at the same index. */
  const [members, holders]: [Entry[], Holder[]] = [[], []];
  for (const entry of entries) {
    const found = index.holdersOf(entry);
    if (found.length === 0) others.push(entry);
    for (const holder of found) {
      members.push(entry);
      holders.push(holder);
    }
  }
  const sizes = new Uint32Array(index.count());
  const sizeOf = ({ id }: Holder): number => sizes[id] ?? 0;
  /** In the order of their first entries. */
  const known: Holder[] = [];
  for (const holder of holders) {
    const size = sizeOf(holder);
    if (size === 0) known.push(holder);
    sizes[holder.id] = size + 1;
  }
  const sorted = largestFirst(known, sizeOf);
  const ends = new Uint32Array(sizes.length);
  let start = 0;
  for (const holder of sorted) {
    ends[holder.id] = start;
    start += sizeOf(holder);
  }
  const grouped = members.slice();
  for (let index = 0; index < members.length; index++) {
    const [member, holder] = [members[index], holders[index]];
    if (member === undefined || holder === undefined) continue;
    const end = ends[holder.id] ?? 0;
    grouped[end] = member;
    ends[holder.id] = end + 1;
  }
  const groups = sorted.map((holder): HolderGroup => {
    const end = ends[holder.id] ?? 0;
    return { subject: holder.subject, entries: grouped.slice(end - sizeOf(holder), end) };
  });
  return { groups, others };
}

/** A counting sort: there may be tens of thousands of groups, but of few sizes. */
function largestFirst(holders: readonly Holder[], sizeOf: (holder: Holder) => number): Holder[] {
  const bySize = new Map<number, Holder[]>();
  for (const holder of holders) {
    const size = sizeOf(holder);
    const alike = bySize.get(size);
    if (alike === undefined) bySize.set(size, [holder]);
    else alike.push(holder);
  }
  return [...bySize].sort(([a], [b]) => b - a).flatMap(([, alike]) => alike);
}

/** A holder. There is one object for each subject number. `id`: counted from 0. */
export type Holder = { readonly subject: string; readonly id: number };

/** The holders that entries name. */
export type HolderIndex = {
  /** Each holder of an entry once. The same entry always gives the same objects. */
  holdersOf: (entry: Entry) => readonly Holder[];
  /** How many holders are known so far. */
  count: () => number;
};

/** Makes an index. It remembers its answers, so that grouping a hundred thousand entries again takes only a few passes. */
export function indexHolders(): HolderIndex {
  /** Most entries name one holder, and share its list with the other entries that do. */
  const lists = new Map<string, readonly [Holder]>();
  /** By the entry's index in the audit. */
  const [knownEntries, knownHolders]: [Entry[], (readonly Holder[])[]] = [[], []];
  const listOf = (subject: string): readonly [Holder] => {
    const known = lists.get(subject);
    if (known !== undefined) return known;
    const list = [{ subject, id: lists.size }] as const;
    lists.set(subject, list);
    return list;
  };
  const findHolders = (entry: Entry): readonly Holder[] => {
    const lists = [...subjectsOf(entry)].map(listOf);
    const [list, ...others] = lists;
    if (list === undefined) return none;
    return others.length === 0 ? list : lists.flat();
  };
  return {
    holdersOf(entry) {
      const { place } = entry;
      const known = knownEntries[place] === entry ? knownHolders[place] : undefined;
      const holders = known ?? findHolders(entry);
      knownEntries[place] = entry;
      knownHolders[place] = holders;
      return holders;
    },
    count: () => lists.size,
  };
}

const none: readonly Holder[] = [];

/**
 * The subject numbers of an entry's holders, as far as they can be told. None of an address that led elsewhere or to a barrier:
 * what stands there is another's, such as the host's that shows its own error page.
 */
export function subjectsOf({ ending, numbers, answers }: Entry): Set<string> {
  const subjects = new Set<string>();
  if (ending?.state !== 'numbers') return subjects;
  // An entry does not say which of its suspect numbers is the well-known site's.
  const maySuspect = !answers.includes('copied');
  for (const number of numbers) {
    const { subject, status } = number;
    const isGiven = status === 'valid' || (status === 'suspect' && maySuspect);
    if (subject !== null && isGiven && isOwn(number)) subjects.add(subject);
  }
  return subjects;
}
