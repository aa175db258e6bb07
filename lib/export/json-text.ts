import { nameUnseen } from '../texts/unseen.ts';

/**
 * A value as JSON in one line, as `JSON.stringify` writes it, with every invisible character escaped. A program reads the same
 * value. A person sees every character, and none of them can control a terminal.
 */
export function jsonText(value: unknown): string {
  return nameUnseen(JSON.stringify(value), jsonEscape);
}

/** A character as JSON escapes it: `\u202e`, or two such escapes for a character beyond the first plane. */
export function jsonEscape(character: string): string {
  return [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');
}
