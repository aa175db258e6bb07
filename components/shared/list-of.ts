import type { ComponentChild } from 'preact';
import { languageOf, type Translate } from '../../lib/texts/language/translate.ts';

/** How many items a list names; a page may hold thousands of numbers. */
const maxItems = 6;

/** Joins items as `A, B and C` in the reader's language. Of many items: the first ones and the count of the rest. */
export function listOf(t: Translate, items: readonly ComponentChild[]): ComponentChild[] {
  const named = items.length > maxItems ? items.slice(0, maxItems - 1) : items;
  const shown = named === items ? items : [...named, t('list_more', items.length - named.length)];
  return new Intl.ListFormat(languageOf(t))
    .formatToParts(shown.map((_, place) => `${place}`))
    .map(({ type, value }) => (type === 'element' ? shown[Number(value)] : value));
}
