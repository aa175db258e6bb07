import { nameUnseen } from './unseen.ts';

/** The longest text of a page that is shown in full, in characters. */
const maxChars = 240;

/**
 * Makes a text from a page safe to read: white space becomes single spaces, invisible characters that reorder or hide others
 * are named, and very long texts are cut. `'京\u202eICP'` gives `'京[U+202E]ICP'`.
 */
export function visibleText(text: string): string {
  const shown = nameUnseen(text.replace(/\s+/gu, ' ').trim());
  const characters = [...shown];
  return characters.length <= maxChars ? shown : `${characters.slice(0, maxChars).join('')}…`;
}
