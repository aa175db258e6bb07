/** Full-width and small forms of signs, as Chinese keyboards write them: `ｗ`, `．`, `：`, `／`, `﹒`. */
const wide = /[\u3000\uFE50-\uFE6B\uFF01-\uFF61]/g;
const wideLetters = /[０-９Ａ-Ｚａ-ｚ．－＿／＠]|：(?=[/／]{2})/g;

/** A text with full-width signs in their usual form (NFKC). Its length stays the same. */
export function foldWidth(text: string): string {
  return text.replace(wide, (sign) => sign.normalize('NFKC'));
}

/**
 * The same, but only for the characters of addresses: `，` and `（` still end an address in a sentence, as `,` and `(` need not.
 */
export function foldLetters(text: string): string {
  return text.replace(wideLetters, (sign) => sign.normalize('NFKC'));
}
