import { isOwn } from '../icp/finding.ts';
import type { Kind, PlainKind, Status } from '../icp/number.ts';
import type { ProvinceCode } from '../icp/provinces.ts';
import type { AnswerCode, Outcome } from './checks.ts';
import type { Ending, Entry } from './entry.ts';

/** A kind to filter by; `permit` stands for every permit. */
export type KindChoice = PlainKind | 'permit' | Kind;

/** What entries are to be shown. An empty list, an empty text: all. Choices of one list are alternatives. */
export type EntryFilter = {
  /** These three ask for one number of the site's own that is all of it: a police filing that is of Beijing and malformed. */
  kinds: readonly KindChoice[];
  provinces: readonly ProvinceCode[];
  statuses: readonly Status[];
  /** The worst outcome of an entry's checks. */
  outcomes: readonly Outcome[];
  /** An answer among its checks. */
  answers: readonly AnswerCode[];
  /** How its reading ended; `waiting`: it is still to be read. */
  endings: readonly (Ending['state'] | 'waiting')[];
  /** Words that all stand in an address or a number of the entry, those that are only mentioned included. */
  text: string;
};

/** A filter that lets every entry through. */
export const noFilter: EntryFilter = {
  kinds: [],
  provinces: [],
  statuses: [],
  outcomes: [],
  answers: [],
  endings: [],
  text: '',
};

/** An entry with what its free text is looked for in, worked out once. */
export type SearchableEntry = { entry: Entry; searchKey: string };

/** What the words of a filter are looked for in: the entry's addresses and numbers, those that are only mentioned included. */
export function searchKeyOf({ asked, address, finalUrl, numbers }: Entry): string {
  return searchable([asked, address, finalUrl ?? '', ...numbers.map(({ number }) => number)].join('\n'));
}

/** Whether an entry is to be shown. To be made once a filter, and asked of each entry. */
export function testOf(filter: EntryFilter): (row: SearchableEntry) => boolean {
  const words = searchable(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const tests: ((row: SearchableEntry) => boolean)[] = [];
  if (filter.endings.length > 0) {
    const endings = new Set(filter.endings);
    tests.push(({ entry }) => endings.has(entry.ending?.state ?? 'waiting'));
  }
  if (filter.outcomes.length > 0) {
    const outcomes = new Set(filter.outcomes);
    tests.push(({ entry }) => entry.worst !== null && outcomes.has(entry.worst));
  }
  if (filter.answers.length > 0) {
    const answers = new Set(filter.answers);
    tests.push(({ entry }) => entry.answers.some((answer) => answers.has(answer)));
  }
  if (filter.kinds.length + filter.provinces.length + filter.statuses.length > 0) tests.push(byNumber(filter));
  if (words.length > 0) tests.push(({ searchKey }) => words.every((word) => searchKey.includes(word)));
  return (row) => tests.every((test) => test(row));
}

function byNumber(filter: EntryFilter): (row: SearchableEntry) => boolean {
  const kinds = new Set(filter.kinds);
  const provinces = new Set(filter.provinces);
  const statuses = new Set(filter.statuses);
  return ({ entry }) =>
    entry.numbers.some(
      (number) =>
        isOwn(number) &&
        (kinds.size === 0 || kinds.has(number.kind) || (kinds.has('permit') && number.kind.startsWith('permit:'))) &&
        (provinces.size === 0 || (number.province !== null && provinces.has(number.province))) &&
        (statuses.size === 0 || statuses.has(number.status)),
    );
}

/** Case, width and the spelling of blanks do not matter to a search. */
function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
