import { nameUnseen } from '../texts/unseen.ts';

/**
 * A value as JSON in one line, as `JSON.stringify` writes it, with every unseen character escaped. Whoever reads the JSON gets
 * the value as it is; whoever looks at it sees what is in it, and it steers no terminal.
 */
export function jsonText(value: unknown): string {
  return nameUnseen(JSON.stringify(value), jsonEscape);
}

/** A character as JSON escapes it: `\u202e`, two such for one beyond the first plane. */
export function jsonEscape(character: string): string {
  return [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');
}
