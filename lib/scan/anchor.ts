/**
 * A cheap test of text: it must hold a word or a form that goes with registration numbers (numbers.md §0). It runs over all
 * text of every page, so it uses only what native passes can search for. It is generous, because the core decides. There are
 * two expressions, because one for both takes twice as long as the two together. 备, 证 and 审 also stand in everyday words (设备,
 * 证券, 审议), so another word must follow them at once. Some forms stand for text that was decoded wrongly (§1.6): ±¸ and å¤ are
 * 备, 缃戝 is 网.
 */
const chinese =
  /[备備证證審审](?:(?!\s*[一-龥，。、])|.{0,3}[案字号號编編第图圖书\d])|[网網][文信安警食]|新出|字第|标识码|信用代码|注册号|经营性|缃戝/;
const latin =
  /ICP|IPC|icp|ＩＣＰ|[ABＡＢ][12１２][-－–.]|[Gg]ong ?[Ww]ang|NCOL|Public.{0,9} Security|L-[A-Z]{2}|&#|\\u\w{4}|JY\d|-20\d{6}|±¸|å¤/;

/** Whether a text holds a word or a form that goes with registration numbers. */
export function isAnchored(text: string): boolean {
  return chinese.test(text) || latin.test(text);
}

/** Three digits in a row, or a mask instead of them: every number holds one of the two. */
const digits = /[\d０-９]{3}|[xX*＊]{4}/;

/** Whether a block of text may hold a registration number. */
export function isPromising(text: string): boolean {
  return digits.test(text) && isAnchored(text);
}
