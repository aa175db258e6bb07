import { isOwn } from '../icp/finding.ts';
import type { Entry, EntryNumber } from './entry.ts';

/** Sites that show a number of one holder. */
export type HolderGroup = {
  /** The number that all services of the holder share. */
  subject: string;
  /** Each entry once, in the order given. */
  entries: Entry[];
};

/** Entries by holder. */
export type HolderGroups = {
  /** Largest first; those of one size in the order in which their first entries come. */
  groups: HolderGroup[];
  /** Entries on which no holder's number could be read. */
  others: Entry[];
};

/**
 * Groups entries by holder: the same subject number is the same holder. A licence that stands in for a filing counts by its
 * own number, as the ministry counts it (numbers.md §1.4).
 *
 * Only what a site shows as its own, for visitors to see, in a form that an authority gives out. Placeholders, jokes and what
 * is malformed name no holder, and a well-known site's number on a foreign host makes nobody its sister.
 *
 * Why not join the groups of an entry that shows several numbers: it stands in each of them. A page with its own number and
 * its customer's or builder's would else make one family of all the sites that an agency ever built, and one slip would be
 * enough to present a stranger's site as a competitor's.
 */
export function groupHolders(entries: readonly Entry[]): HolderGroups {
  const groups = new Map<string, HolderGroup>();
  const others: Entry[] = [];
  // Asked of a hundred thousand entries at a click.
  for (const entry of entries) {
    let isKnown = false;
    for (const number of entry.numbers) {
      const subject = subjectIn(entry, number);
      if (subject === null) continue;
      isKnown = true;
      const group = groups.get(subject);
      if (group === undefined) groups.set(subject, { subject, entries: [entry] });
      else if (group.entries.at(-1) !== entry) group.entries.push(entry);
    }
    if (!isKnown) others.push(entry);
  }
  return { groups: [...groups.values()].sort((a, b) => b.entries.length - a.entries.length), others };
}

/**
 * The subject numbers of an entry's holders, as far as they can be told. None of an address that led elsewhere or to a wall:
 * what stands there is another's, such as the host's that shows its own error page.
 */
export function subjectsOf(entry: Entry): Set<string> {
  const subjects = new Set<string>();
  for (const number of entry.numbers) {
    const subject = subjectIn(entry, number);
    if (subject !== null) subjects.add(subject);
  }
  return subjects;
}

/** The holder that one number of an entry names; null for none. */
function subjectIn({ ending, answers }: Entry, number: EntryNumber): string | null {
  if (ending?.state !== 'numbers' || !isOwn(number)) return null;
  const { status, subject } = number;
  // An entry does not keep which of its doubtful numbers is the well-known site's.
  return status === 'valid' || (status === 'suspect' && !answers.includes('copied')) ? subject : null;
}
