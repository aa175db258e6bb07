import { codePointName, nameUnseen } from '../texts/unseen.ts';

/**
 * A text as a cell can hold it and people can read it: characters that nobody sees are named, `[U+202E]`. Some of them XML or
 * UTF-8 cannot take and libraries would drop without a word, others steer what shows the text. Tabs stay, and lines end as
 * spreadsheets end them. But for its line ends the text can be had again: each name stands for its character, and where the
 * text itself reads like a name, the `[` of it is named: `[U+005B]U+0041]`.
 */
export function writable(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\[(?=U\+[\dA-F]{4,6}\])/g, codePointName);
  return nameUnseen(plain, (character) => (/[\n\t]/.test(character) ? character : codePointName(character)));
}
