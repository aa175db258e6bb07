import type { Translate } from '../words/translate.ts';
import { browser } from './browser.ts';

/** The texts of `_locales` in the browser's language. */
export const t: Translate = (key, ...values) => browser.i18n.getMessage(key, values.map(String));
