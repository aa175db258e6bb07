import type messages from '../../../public/_locales/en/messages.json';

/** A text of `_locales`. Keys are checked by the compiler; a test keeps the languages equal in keys and placeholders. */
export type TextKey = keyof typeof messages;

/** Gives a text in the reader's language with `$1`, `$2` … filled in. The pages and tools that need words pass one in. */
export type Translate = (key: TextKey, ...values: (string | number)[]) => string;

/** Every language that there are words in. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The language that `t` speaks. */
export function languageOf(t: Translate): Language {
  const name = t('language');
  return languages.find((language) => language === name) ?? 'en';
}
