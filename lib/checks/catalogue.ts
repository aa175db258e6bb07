/** Every check of a page. CONTRIBUTING.md, "A check", says how to add one. */
import type { CheckDefinition } from './define-check.ts';
import type { Outcome } from './outcome.ts';
import { commercial } from './rules/commercial.ts';
import { copied } from './rules/copied.ts';
import { filingLink } from './rules/filing-link.ts';
import { form } from './rules/form.ts';
import { holders } from './rules/holders.ts';
import { homePage } from './rules/home-page.ts';
import { hosting } from './rules/hosting.ts';
import { licenceLink } from './rules/licence-link.ts';
import { policeFiling } from './rules/police-filing.ts';
import { policeLink } from './rules/police-link.ts';
import { position } from './rules/position.ts';
import { preApproval } from './rules/pre-approval.ts';
import { provinces } from './rules/provinces.ts';
import { readability } from './rules/readability.ts';
import { service } from './rules/service.ts';
import { visibility } from './rules/visibility.ts';

/** Every check, in the order in which people read them. */
export const catalogue = [
  form,
  copied,
  homePage,
  visibility,
  position,
  readability,
  filingLink,
  licenceLink,
  policeLink,
  holders,
  provinces,
  service,
  hosting,
  policeFiling,
  commercial,
  preApproval,
] as const;

type Definition = (typeof catalogue)[number];

/** The code of a check. */
export type CheckCode = Definition['code'];

/** Every check by its code, in the order of the catalogue. */
export const checks = byCode(catalogue);

/**
 * Every answer that a check can give, by code, with its check and its outcome. What a decree asks of the home page is no more
 * than a warning elsewhere: there `fail` becomes `warn`, see `runChecks`.
 */
export const answers = answersOf(catalogue);

/** The code of an answer. The union is closed: `_locales` must hold words for each. */
export type AnswerCode = keyof typeof answers;

/** What a check says of a page. */
export type Check = {
  code: CheckCode;
  answer: AnswerCode;
  outcome: Outcome;
  /** What the words need, as the answer's comment tells: hosts, numbers, codes. Some of it is text of the page. */
  parts: string[];
  /** The findings it is about, as places in the report's `findings`; empty where it is about the page. */
  findings: number[];
};

type ByCode<Each extends CheckDefinition> = { readonly [One in Each as One['code']]: One };

type Answers<Each extends CheckDefinition> = Each extends CheckDefinition
  ? { readonly [Code in keyof Each['answers']]: { check: Each['code']; outcome: Each['answers'][Code] } }
  : never;

/** One type that has the members of all types of a union. */
type All<Union> = (Union extends unknown ? (member: Union) => void : never) extends (all: infer Each) => void
  ? Each
  : never;

// The compiler does not follow a loop that fills a table key by key. So the first line of each function states the exact table,
// and the second is what the compiler can see of it. The test of the catalogue compares both.
function byCode<Each extends CheckDefinition>(definitions: readonly Each[]): ByCode<Each>;
function byCode(definitions: readonly CheckDefinition[]): Record<string, CheckDefinition> {
  return Object.fromEntries(definitions.map((definition) => [definition.code, definition]));
}

function answersOf<Each extends CheckDefinition>(definitions: readonly Each[]): All<Answers<Each>>;
function answersOf(definitions: readonly CheckDefinition[]): Record<string, { check: string; outcome: Outcome }> {
  return Object.fromEntries(
    definitions.flatMap(({ code, answers }) =>
      Object.entries(answers).map(([answer, outcome]) => [answer, { check: code, outcome }] as const),
    ),
  );
}
