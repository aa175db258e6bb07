import type { AnswerCode, Check, CheckCode } from '../checks/catalogue.ts';
import type { Outcome } from '../checks/outcome.ts';
import type { Place } from '../icp/finding.ts';
import type { RegistrationNumber } from '../icp/number.ts';
import type { Basis, Problem } from '../icp/problems.ts';
import type { Status } from '../icp/status.ts';
import type { Translate } from './language/translate.ts';

/**
 * The words that a report needs for the codes of numbers and checks: those that the rest of the interface uses, so that a
 * report says what the popup says. Text of a page in them is made visible and set apart from the words around it.
 */
export type Words = {
  t: Translate;
  /** What a number is: `ICP filing (non-commercial)`. */
  kind: (number: Pick<RegistrationNumber, 'kind' | 'status'>) => string;
  /** What its form says about it; `formKnown` is false where nobody knows what its form should be. */
  status: (status: Status, formKnown: boolean) => string;
  problem: (problem: Problem) => string;
  /** What a rule rests on and where it is written. */
  rule: (rule: { basis: Basis; source: string }) => string;
  place: (place: Place) => string;
  outcome: (outcome: Outcome) => string;
  /** What all checks of a site come to. */
  overall: (outcome: Outcome) => string;
  check: (code: CheckCode) => { name: string; rule: string };
  /** What was seen, short enough for a list. */
  statement: (answer: AnswerCode) => string;
  /** More on what was seen, and what to do about it. */
  answer: (check: Check) => { detail: string | null; advice: string | null };
};
