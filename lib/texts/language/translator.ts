import type { TextKey, Translate } from './translate.ts';

/** The texts of one language, as `_locales/<language>/messages.json` has them. */
export type Messages = Readonly<Record<string, { message: string }>>;

/**
 * Fills in the placeholders of a text as the browser does: `$1` with the first value. Placeholders inside a value stay as they
 * are. A placeholder without a value becomes empty.
 *
 * @example fillPlaceholders('And $1 more', [3]) === 'And 3 more'
 */
export function fillPlaceholders(message: string, values: readonly (string | number)[]): string {
  return message.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}

/**
 * Texts from a table, for workers and the command line, where the browser's own look-up is missing. A missing key gives an
 * empty text.
 *
 * @example translatorOf({ list_more: { message: 'And $1 more' } })('list_more', 3) === 'And 3 more'
 */
export function translatorOf(messages: Messages): Translate {
  return (key: TextKey, ...values) => fillPlaceholders(messages[key]?.message ?? '', values);
}
