import type { AnswerCode } from '../checks/catalogue.ts';
import type { Outcome } from '../checks/outcome.ts';
import type { ProvinceCode } from '../icp/data/provinces.ts';
import { isOwn } from '../icp/finding.ts';
import type { Kind, PlainKind } from '../icp/number.ts';
import type { Status } from '../icp/status.ts';
import type { Entry, PageOutcome } from './entry.ts';

/** A kind to filter by. `permit` means every permit. */
export type KindChoice = PlainKind | 'permit' | Kind;

/** Every answer to the question whether a site changed since its previous report. */
export const changeStates = ['changed', 'same', 'unknown'] as const;
export type ChangeState = (typeof changeStates)[number];

/** Whether a site changed since its previous report. */
export function changeStateOf({ changes }: Pick<Entry, 'changes'>): ChangeState {
  if (changes === undefined) return 'unknown';
  return changes > 0 ? 'changed' : 'same';
}

/** Which entries to show. An empty list or text lets all through. The choices in one list are alternatives. */
export type EntryFilter = {
  /** These three apply to one and the same own number of the site: a police filing that is of Beijing and malformed. */
  kinds: readonly KindChoice[];
  provinces: readonly ProvinceCode[];
  statuses: readonly Status[];
  /** The worst outcome of an entry's checks. */
  outcomes: readonly Outcome[];
  /** An answer among its checks. */
  answers: readonly AnswerCode[];
  /** Whether the site changed since its previous report. `unknown`: there is no previous report. */
  changes: readonly ChangeState[];
  /** The outcome of the reading. `waiting`: the entry is not read yet. */
  endings: readonly (PageOutcome['state'] | 'waiting')[];
  /** Words that must all stand in the addresses and numbers of the entry, mentioned numbers included. */
  text: string;
};

/** A filter that lets every entry through. */
export const noFilter: EntryFilter = {
  kinds: [],
  provinces: [],
  statuses: [],
  outcomes: [],
  answers: [],
  changes: [],
  endings: [],
  text: '',
};

/** The text that a filter's words are searched for in: the entry's addresses and numbers, mentioned numbers included. */
export function searchKeyOf({ asked, address, finalUrl, numbers }: Entry): string {
  const texts = new Set([asked, address, finalUrl ?? '', ...numbers.map(({ number }) => number)]);
  return searchable([...texts].join('\n'));
}

/** The words of a filter's text. Each must stand in an entry's search key. */
export function wordsOf(text: string): string[] {
  return searchable(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * Tests entries against a filter, except for its words; null where every entry passes. Make the test once for a filter and
 * apply it to each entry.
 */
export function testOf(filter: EntryFilter): ((entry: Entry) => boolean) | null {
  const tests: ((entry: Entry) => boolean)[] = [];
  if (filter.endings.length > 0) {
    const endings = new Set(filter.endings);
    tests.push(({ ending }) => endings.has(ending?.state ?? 'waiting'));
  }
  if (filter.outcomes.length > 0) {
    const outcomes = new Set(filter.outcomes);
    tests.push(({ worst }) => worst !== null && outcomes.has(worst));
  }
  if (filter.answers.length > 0) {
    const wanted = new Set(filter.answers);
    tests.push(({ answers }) => answers.some((answer) => wanted.has(answer)));
  }
  if (filter.changes.length > 0) {
    const states = new Set(filter.changes);
    tests.push((entry) => states.has(changeStateOf(entry)));
  }
  if (filter.kinds.length + filter.provinces.length + filter.statuses.length > 0) tests.push(byNumber(filter));
  const [only, ...others] = tests;
  if (only === undefined) return null;
  return others.length === 0 ? only : (entry) => tests.every((test) => test(entry));
}

/** Whether a filter can only let through entries that another does: they are equal except for more letters or words. */
export function isNarrower(filter: EntryFilter, other: EntryFilter): boolean {
  const others = new Map<string, unknown>(Object.entries(other));
  const words = wordsOf(filter.text);
  return (
    Object.entries(filter).every(([name, value]) => name === 'text' || others.get(name) === value) &&
    wordsOf(other.text).every((word) => words.some((longer) => longer.includes(word)))
  );
}

function byNumber(filter: EntryFilter): (entry: Entry) => boolean {
  const kinds = new Set(filter.kinds);
  const provinces = new Set(filter.provinces);
  const statuses = new Set(filter.statuses);
  return ({ numbers }) =>
    numbers.some(
      (number) =>
        isOwn(number) &&
        (kinds.size === 0 || kinds.has(number.kind) || (kinds.has('permit') && number.kind.startsWith('permit:'))) &&
        (provinces.size === 0 || (number.province !== null && provinces.has(number.province))) &&
        (statuses.size === 0 || statuses.has(number.status)),
    );
}

/** Case, width and kinds of blanks do not matter in a search. */
function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
