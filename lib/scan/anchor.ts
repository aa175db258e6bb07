/**
 * What text must hold to be worth reading: a word or a form that goes with registration numbers (numbers.md §0). It runs
 * over all text of every page, so it is kept to what one native pass can look for, and it is generous: the core decides.
 * Mended forms stand for text that was decoded wrongly (§1.6): ±¸ and å¤ are 备, 缃戝 is 网.
 */
export const anchor =
  /ICP|IPC|icp|ＩＣＰ|[备備证證审審]|[网網][文信安警食]|新出|[ABＡＢ][12１２][-－–.]|字第|标识码|信用代码|注册号|[Gg]ong ?[Ww]ang|NCOL|Public.{0,9} Security|经营性|L-[A-Z]{2}|&#|\\u\w{4}|JY\d|-20\d{6}|±¸|å¤|缃戝/;

/** Three digits in a row, or a mask in their place: every number holds them. */
export const digits = /[\d０-９]{3}|[xX*＊]{4}/;

/** Whether a block of text may hold a registration number. */
export function isPromising(text: string): boolean {
  return digits.test(text) && anchor.test(text);
}
