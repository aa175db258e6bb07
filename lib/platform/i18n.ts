import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

/** A text of `_locales`. Keys are checked by the compiler; a test keeps the languages equal in keys and placeholders. */
export type TextKey = keyof typeof messages;

/** Gives a text in the browser's language with `$1`, `$2` … filled in. */
export type Translate = (key: TextKey, ...values: (string | number)[]) => string;

/** The texts of `_locales` in the browser's language. */
export const t: Translate = (key, ...values) => browser.i18n.getMessage(key, values.map(String));
