import type { ComponentChild } from 'preact';
import type { Check } from '../../lib/checks/catalogue.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { partTexts } from '../../lib/texts/part-texts.ts';
import { listOf } from '../shared/list-of.ts';
import { PageText } from '../shared/page-text.tsx';

/** The parts of an answer for its text: see `namedParts`. Parts that may be text of the page are isolated. */
export function answerParts(t: Translate, check: Pick<Check, 'code' | 'parts'>): ComponentChild[] {
  return partTexts<ComponentChild>(t, check, {
    pageText: (text) => <PageText text={text} />,
    list: (items) => listOf(t, items),
  });
}
