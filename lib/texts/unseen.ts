/**
 * Invisible characters that act on the text around them: control characters, which control terminals; marks that reorder, join
 * or separate text; line separators that only some programs know; and halves of characters. Line feeds and tabs are among them.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** A text in which each invisible character is replaced by `name`, by default `[U+202E]`. */
export function nameUnseen(text: string, name: (character: string) => string = codePointName): string {
  return text.replace(unseen, name);
}

/** The name of a character in a text: `[U+202E]`. */
export function codePointName(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
