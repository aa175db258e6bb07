import type { AnswerCode, Check, CheckCode } from '../checks/catalogue.ts';
import type { Outcome } from '../checks/outcome.ts';
import type { PagePart } from '../icp/finding.ts';
import type { RegistrationNumber } from '../icp/number.ts';
import type { Basis, Problem } from '../icp/problems.ts';
import type { Status } from '../icp/status.ts';
import { answerTexts } from './answer-texts.ts';
import { checkTexts } from './check-texts.ts';
import { kindText } from './kind-texts.ts';
import { textPieces } from './language/text-pieces.ts';
import { languageOf, type TextKey, type Translate } from './language/translate.ts';
import { outcomeTexts, overallTexts } from './outcome-texts.ts';
import { pagePartTexts } from './page-part-texts.ts';
import { partTexts } from './part-texts.ts';
import { problemTexts } from './problem-texts.ts';
import { ruleText } from './rule-texts.ts';
import { statusTexts } from './status-texts.ts';
import { visibleText } from './visible-text.ts';

/**
 * The texts that exports need for the codes of numbers and checks. They are those of the popup and the workspace, so that an
 * export says what the popup says. A page's text in them is made visible and set apart from the words around it.
 */
export type ReportTexts = {
  t: Translate;
  /** What a number is: `ICP filing (non-commercial)`. */
  kind: (number: Pick<RegistrationNumber, 'kind' | 'status'>) => string;
  /** What its form says about it. `formKnown`: false where nobody knows the right form. */
  status: (status: Status, formKnown: boolean) => string;
  problem: (problem: Problem) => string;
  /** The basis of a rule and where it is written. */
  rule: (rule: { basis: Basis; source: string }) => string;
  place: (place: PagePart) => string;
  outcome: (outcome: Outcome) => string;
  /** The outcome of all checks of a site together. */
  overall: (outcome: Outcome) => string;
  check: (code: CheckCode) => { name: string; rule: string };
  /** What was seen, short enough for a list. */
  statement: (answer: AnswerCode) => string;
  /** More on what was seen, and what to do about it. */
  answer: (check: Check) => { detail: string | null; advice: string | null };
};

/** The texts of the interface for reports, in the language of `t`. */
export function reportTexts(t: Translate): ReportTexts {
  return {
    t,
    kind: (number) => kindText(t, number),
    status: (status, formKnown) => t(status === 'valid' && !formKnown ? 'status_form_unknown' : statusTexts[status]),
    problem: ({ code, part }) => fill(t, problemTexts[code], [part.trim() === '' ? t('part_unnamed') : apart(part)]),
    rule: (rule) => ruleText(t, rule),
    place: (place) => t(pagePartTexts[place]),
    outcome: (outcome) => t(outcomeTexts[outcome]),
    overall: (outcome) => t(overallTexts[outcome]),
    check: (code) => ({ name: t(checkTexts[code].name), rule: t(checkTexts[code].rule) }),
    statement: (answer) => t(answerTexts[answer][0]),
    answer: (check) => {
      const [, detail, advice] = answerTexts[check.answer];
      return { detail: detail && fill(t, detail, partsOf(t, check)), advice: advice && t(advice) };
    },
  };
}

/** The parts of an answer as text. A report shortens no list. */
function partsOf(t: Translate, check: Check): string[] {
  return partTexts(t, check, { pageText: apart, list: (items) => listed(t, items) });
}

function listed(t: Translate, items: readonly string[]): string {
  return new Intl.ListFormat(languageOf(t)).format(items);
}

/** A page's text between marks that isolate its direction of writing (U+2068, U+2069). */
function apart(text: string): string {
  return `\u2068${visibleText(text)}\u2069`;
}

function fill(t: Translate, text: TextKey, parts: readonly string[]): string {
  return textPieces(t, text, parts.length)
    .map((piece) => (typeof piece === 'number' ? parts[piece] : piece))
    .join('');
}
