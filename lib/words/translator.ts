import type { TextKey, Translate } from './translate.ts';

/** The texts of one language, as `_locales/<language>/messages.json` has them. */
export type Messages = Readonly<Record<string, { message: string }>>;

/**
 * Texts from a table, for where the browser's own lookup is not: workers and the command line. Places are filled in as the
 * browser does; what is filled in is not looked at for places again. A key that is missing gives an empty text.
 *
 * @example translatorOf({ list_more: { message: 'And $1 more' } })('list_more', 3) === 'And 3 more'
 */
export function translatorOf(messages: Messages): Translate {
  return (key: TextKey, ...values) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}
