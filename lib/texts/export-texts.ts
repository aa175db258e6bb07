import type { AnswerCode, Check, CheckCode, Outcome } from '../checks/catalogue.ts';
import type { Place } from '../icp/finding.ts';
import type { RegistrationNumber } from '../icp/number.ts';
import type { Basis, Problem } from '../icp/problems.ts';
import type { Status } from '../icp/status.ts';
import type { Translate } from './language/translate.ts';

/**
 * The texts that exports need for the codes of numbers and checks. They are those of the popup and the workspace, so that an
 * export says what the popup says. A page's text in them is made visible and set apart from the words around it.
 */
export type Words = {
  t: Translate;
  /** What a number is: `ICP filing (non-commercial)`. */
  kind: (number: Pick<RegistrationNumber, 'kind' | 'status'>) => string;
  /** What its form says about it. `formKnown`: false where nobody knows the right form. */
  status: (status: Status, formKnown: boolean) => string;
  problem: (problem: Problem) => string;
  /** The basis of a rule and where it is written. */
  rule: (rule: { basis: Basis; source: string }) => string;
  place: (place: Place) => string;
  outcome: (outcome: Outcome) => string;
  /** The outcome of all checks of a site together. */
  overall: (outcome: Outcome) => string;
  check: (code: CheckCode) => { name: string; rule: string };
  /** What was seen, short enough for a list. */
  statement: (answer: AnswerCode) => string;
  /** More on what was seen, and what to do about it. */
  answer: (check: Check) => { detail: string | null; advice: string | null };
};
