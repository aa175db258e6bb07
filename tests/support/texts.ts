import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../cli/browser/build.ts';
import { fillPlaceholders } from '../../lib/texts/language/translator.ts';
import type messages from '../../public/_locales/en/messages.json';

/** The languages of the extension, by the names of their folders. */
export type Language = 'en' | 'zh_CN';

/** A text of `_locales`. */
export type TextKey = keyof typeof messages;

/** The texts of a language. `text`: as displayed. `pattern`: a pattern that accepts anything in place of `$1`, `$2` … */
export type Texts = {
  text: (key: TextKey, ...values: (string | number)[]) => string;
  pattern: (key: TextKey) => RegExp;
};

/** Reads the texts of a language. Throws for a key without a text. */
export function textsOf(language: Language): Texts {
  const file = join(root, 'public/_locales', language, 'messages.json');
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  const message = (key: TextKey): string => {
    const found = all[key];
    if (found === undefined) throw new Error(`${file} has no ${key}`);
    return found.message;
  };
  return {
    text: (key, ...values) => fillPlaceholders(message(key), values),
    pattern: (key) =>
      new RegExp(
        message(key)
          .replace(/[.*+?^{}()|[\]\\]/g, '\\$&')
          .replace(/\$\d/g, '[^]*?'),
      ),
  };
}
