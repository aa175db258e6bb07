/** Signs as Chinese keyboards write them, each as wide as a character, and their small forms: `ｗ`, `．`, `：`, `／`, `﹒`. */
const wide = /[\u3000\uFE50-\uFE6B\uFF01-\uFF61]/g;
const wideLetters = /[０-９Ａ-Ｚａ-ｚ．－＿／＠]|：(?=[/／]{2})/g;

/** A text with the signs of full width in their usual form (NFKC). It stays as long as it was. */
export function foldWidth(text: string): string {
  return text.replace(wide, (sign) => sign.normalize('NFKC'));
}

/** The same for what addresses are made of alone: `，` and `（` still end an address in a sentence, where `,` and `(` need not. */
export function foldLetters(text: string): string {
  return text.replace(wideLetters, (sign) => sign.normalize('NFKC'));
}
