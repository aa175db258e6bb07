import type { Check } from '../checks/catalogue.ts';
import { answerTexts } from './answer-texts.ts';
import { checkTexts } from './check-texts.ts';
import type { Words } from './export-texts.ts';
import { kindName } from './kind-texts.ts';
import { textPieces } from './language/text-pieces.ts';
import { languageOf, type TextKey, type Translate } from './language/translate.ts';
import { outcomeTexts, overallTexts } from './outcome-texts.ts';
import { namedParts } from './part-names.ts';
import { placeTexts } from './place-texts.ts';
import { problemTexts } from './problem-texts.ts';
import { ruleSource } from './rule-source.ts';
import { statusTexts } from './status-texts.ts';
import { visibleText } from './visible-text.ts';

/** The texts of the interface for reports, in the language of `t`. */
export function reportWords(t: Translate): Words {
  return {
    t,
    kind: (number) => kindName(t, number),
    status: (status, formKnown) => t(status === 'valid' && !formKnown ? 'status_form_unknown' : statusTexts[status]),
    problem: ({ code, part }) => fill(t, problemTexts[code], [part.trim() === '' ? t('part_unnamed') : apart(part)]),
    rule: (rule) => ruleSource(t, rule),
    place: (place) => t(placeTexts[place]),
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
  return namedParts(t, check, { pageText: apart, list: (items) => listed(t, items) });
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
