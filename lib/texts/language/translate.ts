/**
 * How a text on screen is found and changed:
 *
 * 1. Search for the words in `public/_locales/en/messages.json`. The name above them is the text's key (`TextKey`).
 * 2. Change `message` there and, under the same key, in `public/_locales/zh_CN/messages.json`. Both languages must have the
 *    same keys and the same placeholders `$1`, `$2` … (`texts.test.ts` checks it).
 * 3. To see where the text is used, search for the key. A component or an export calls `t('key', …)`. A text of a code, such as
 *    a status or an answer, stands in a table `<thing>Texts` or a function `<thing>Text(t, …)` of `lib/texts/<thing>-texts.ts`.
 */
import type messages from '../../../public/_locales/en/messages.json';

/** The key of a text of `_locales`. The compiler checks that it exists. */
export type TextKey = keyof typeof messages;

/** Gives the text of a key in the reader's language, with values in place of `$1`, `$2` …. Code that needs texts takes one as `t`. */
export type Translate = (key: TextKey, ...values: (string | number)[]) => string;

/** Every language that has texts. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The language of `t`. */
export function languageOf(t: Translate): Language {
  const name = t('language');
  return languages.find((language) => language === name) ?? 'en';
}
