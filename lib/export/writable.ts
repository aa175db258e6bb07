import { codePointName, nameUnseen } from '../texts/unseen.ts';

/**
 * A text as a cell can hold it and people can read it. Invisible characters are named, `[U+202E]`: XML or UTF-8 cannot hold
 * some of them and libraries would drop these silently, and others control the program that shows the text. Tabs stay, and line
 * ends become those of spreadsheets. Except for the line ends the text can be restored: each name stands for its character, and
 * where the text itself reads like a name, its `[` is named: `[U+005B]U+0041]`.
 */
export function writable(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\[(?=U\+[\dA-F]{4,6}\])/g, codePointName);
  return nameUnseen(plain, (character) => (/[\n\t]/.test(character) ? character : codePointName(character)));
}
