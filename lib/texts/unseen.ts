/**
 * Characters that nobody sees and that act on what is around them: controls, which steer terminals, marks that reorder text or
 * join and part it, separators of lines that only some programs take for such, and halves of characters. Line feeds and tabs
 * are among them.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** A text with each unseen character as `name` has it, by default as `[U+202E]`. */
export function nameUnseen(text: string, name: (character: string) => string = codePointName): string {
  return text.replace(unseen, name);
}

/** What a character is called in a text: `[U+202E]`. */
export function codePointName(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
