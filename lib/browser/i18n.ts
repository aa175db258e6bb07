import type { TextKey, Translate } from '../texts/language/translate.ts';
import { browser } from './browser.ts';

const plain = new Map<TextKey, string>();

/** The texts of `_locales` in the browser's language. Texts without values are cached, because the browser's look-up is slow. */
export const t: Translate = (key, ...values) => {
  if (values.length > 0) return browser.i18n.getMessage(key, values.map(String));
  const text = plain.get(key) ?? browser.i18n.getMessage(key);
  plain.set(key, text);
  return text;
};
