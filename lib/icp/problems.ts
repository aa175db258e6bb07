import type { Status } from './status.ts';

/** Whether a rule stands in a law or notice, is confirmed by many real footers, or is inferred from few. */
export type Basis = 'law' | 'evidence' | 'inferred';

/**
 * A rule of the core. `verdict`: the status of a number that breaks it (`note` leaves it valid). `source`: where the rule is
 * written.
 */
export type Rule = { verdict: Exclude<Status, 'valid'> | 'note'; basis: Basis; source: string };

/** Every rule that a number can break, and every note, by code. The words for people live in `_locales`. */
export const rules = {
  'digit-count': { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §1.1, §2.1, §3.1' },
  'year-impossible': { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §6' },
  'province-missing': { verdict: 'malformed', basis: 'law', source: 'MII Decree 33 (2005) art. 3' },
  'province-ambiguous': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §1.2' },
  'province-unknown': { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §1.2, §3.2' },
  garbled: { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §1.6' },
  'service-number': { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §1.3' },
  'service-letter': { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §1.3' },
  'class-missing': { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §2.2' },
  'damaged-text': { verdict: 'malformed', basis: 'evidence', source: 'numbers.md §1.6' },
  'check-character': { verdict: 'malformed', basis: 'law', source: 'GB 32100-2015' },
  'province-mismatch': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §3.1' },
  'province-alternate': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §1.2, §2.2, §3.2' },
  'province-full-name': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §1.2' },
  'year-width': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §1.1' },
  'date-as-serial': { verdict: 'suspect', basis: 'inferred', source: 'numbers.md §6' },
  'kind-mixed': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §2.1' },
  'label-typo': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §1.6' },
  'label-doubled': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §1.6' },
  'label-missing': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §1.6' },
  'domain-inside': { verdict: 'suspect', basis: 'inferred', source: 'numbers.md §1.5' },
  'reserved-digits': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §3.1' },
  'template-number': { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §6' },
  copied: { verdict: 'suspect', basis: 'evidence', source: 'numbers.md §6' },
  'placeholder-digits': { verdict: 'placeholder', basis: 'evidence', source: 'numbers.md §6' },
  'placeholder-mask': { verdict: 'placeholder', basis: 'evidence', source: 'numbers.md §6' },
  'placeholder-sample': { verdict: 'placeholder', basis: 'evidence', source: 'numbers.md §6' },
  'unofficial-registry': { verdict: 'unofficial', basis: 'evidence', source: 'numbers.md §1.5' },
  'internal-numbering': { verdict: 'unofficial', basis: 'evidence', source: 'numbers.md §1.5' },
  'area-unknown': { verdict: 'note', basis: 'evidence', source: 'numbers.md §3.1' },
  'legacy-form': { verdict: 'note', basis: 'evidence', source: 'numbers.md §3.3' },
  'licence-as-filing': { verdict: 'note', basis: 'evidence', source: 'numbers.md §1.4' },
  'form-unknown': { verdict: 'note', basis: 'inferred', source: 'numbers.md §4.2' },
  'province-inferred': { verdict: 'note', basis: 'evidence', source: 'numbers.md §1.5, §3.1' },
  'repaired-text': { verdict: 'note', basis: 'evidence', source: 'numbers.md §1.6' },
} as const satisfies Record<string, Rule>;

/** The code of a rule. The union is closed: `_locales` must hold words for each. */
export type ProblemCode = keyof typeof rules;

/** A rule that a number breaks, or a note on it: `{ code: 'province-alternate', part: '川' }`. */
export type Problem = {
  code: ProblemCode;
  /** The offending part, as displayed; empty where the fault is a missing part. */
  part: string;
};

/** The lower, the more severe. */
const severity: Record<Rule['verdict'], number> = { placeholder: 0, unofficial: 1, malformed: 2, suspect: 3, note: 4 };

/** Sorts problems in place, the most severe first, and gives the status that follows: `valid` for no problems or only notes. */
export function judge(problems: Problem[]): Status {
  problems.sort((a, b) => severity[rules[a.code].verdict] - severity[rules[b.code].verdict]);
  const worst = problems[0];
  if (worst === undefined) return 'valid';
  const { verdict } = rules[worst.code];
  return verdict === 'note' ? 'valid' : verdict;
}
