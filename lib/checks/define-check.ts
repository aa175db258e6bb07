import type { Finding } from '../icp/finding.ts';
import type { Basis } from '../icp/problems.ts';
import type { Subject } from './audited-page.ts';
import type { Outcome } from './outcome.ts';

/** Groups of checks, in the order in which people read them. */
export type CheckGroup = 'form' | 'display' | 'links' | 'consistency' | 'need';

/** What a check says: the code of an answer, what the answer's words need, and the findings that it is about. */
export type Answer<AnswerCode extends string> = {
  answer: AnswerCode;
  parts?: readonly string[];
  about?: readonly Finding[];
};

/** A check: the rule to which it holds a page, the answers that it can give, and the code that gives them. */
export type CheckDefinition = {
  /** The name of the check in reports. It is also the name of the check's file. */
  code: string;
  group: CheckGroup;
  /** What the rule rests on. */
  basis: Basis;
  /** Where the rule is written: laws with their articles, or sections of docs/numbers.md. `; ` separates several. */
  source: string;
  /**
   * Every answer that the check can give, with its outcome. The comment of an answer says when it is given and which parts it
   * has. Codes of answers are unique among all checks.
   */
  answers: Readonly<Record<string, Outcome>>;
  /** The answers for a page; none where there is nothing to say, for want of a number. Never throws. */
  run: (subject: Subject) => Answer<string>[];
};

/** A check of which the compiler knows the code, the answers and their outcomes. */
type KnownCheck<Code extends string, Answers> = Omit<CheckDefinition, 'code' | 'answers' | 'run'> & {
  code: Code;
  answers: Answers;
  run: (subject: Subject) => Answer<keyof Answers & string>[];
};

/** Gives a check back as it is. The compiler learns its codes, and holds `run` to the answers that `answers` lists. */
export function defineCheck<const Code extends string, const Answers extends CheckDefinition['answers']>(
  check: KnownCheck<Code, Answers>,
): KnownCheck<Code, Answers> {
  return check;
}
