/**
 * How components get their words. The texts live in `_locales`; the page that renders a component passes in `t`.
 */
import type messages from '../public/_locales/en/messages.json';

/** A text of `_locales`. */
export type TextKey = keyof typeof messages;

/** Gives a text in the reader's language with `$1`, `$2` … filled in. */
export type Translate = (key: TextKey, ...values: (string | number)[]) => string;

/** The language that `t` speaks. */
export function languageOf(t: Translate): 'en' | 'zh' {
  return t('language') === 'zh' ? 'zh' : 'en';
}
