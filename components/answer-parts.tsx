import type { ComponentChild } from 'preact';
import type { Check } from '../lib/audit/checks.ts';
import { fieldName, provinceName } from '../lib/words/part-names.ts';
import type { Translate } from '../lib/words/translate.ts';
import { listOf } from './list-of.ts';
import { PageText } from './page-text.tsx';

/**
 * The parts of an answer as its words need them: codes become names, a list becomes one part, and what may be text of the
 * page is set apart.
 */
export function answerParts(t: Translate, { check, parts }: Pick<Check, 'check' | 'parts'>): ComponentChild[] {
  switch (check) {
    case 'holders':
      return [listOf(t, parts.map(pageText))];
    case 'provinces':
      return [
        listOf(
          t,
          parts.map((code) => provinceName(t, code)),
        ),
      ];
    case 'pre-approval':
      return [
        listOf(
          t,
          parts.map((code) => fieldName(t, code)),
        ),
      ];
    default:
      return parts.map(pageText);
  }
}

function pageText(text: string): ComponentChild {
  return <PageText text={text} />;
}
