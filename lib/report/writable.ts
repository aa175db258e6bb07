/**
 * A text as a cell can hold it: characters that XML or UTF-8 cannot take, and libraries would drop without a word, are named,
 * `[U+0001]`; lines end as spreadsheets end them.
 */
export function writable(text: string): string {
  return text
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu,
      (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/\r\n?/g, '\n');
}
