/**
 * What text must hold to be worth reading: a word or a form that goes with registration numbers (numbers.md §0). Generous:
 * the core decides. Mended forms stand for text that was decoded wrongly: ±¸ and å¤‡ are 备, 缃戝畨 is 网安.
 */
export const anchor =
  /ICP|IPC|ＩＣＰ|[备備证證]|[网網]\s?安|安[网網]|[网網][文警]|[网網]信|公安|许可|許可|字第|标识码|信用代码|注册号|[ABＡＢ][12１２]\s?[-－–—.]|新出|[网網]食|文市|审|審|[（(]20\d\d[）)]|NCOL|Gongwang|Network Security|JY\d|-20\d{6}|±¸|å¤‡|缃戝畨/i;

/** Three digits in a row, or a mask in their place: every number holds them. */
const digits = /[\d０-９]{3}|[xX*＊]{4}/;

/** Whether a block of text may hold a registration number. */
export function isPromising(text: string): boolean {
  return digits.test(text) && anchor.test(text);
}

/**
 * Elements that carry numbers outside of text: links to the police's portal, images and links with a telling text, and
 * badge images whose address spells a number out (%E5%A4%87 is 备).
 */
export const carriers = [
  'a[href*="beian.gov.cn"]',
  'a[href*="beian.mps.gov.cn"]',
  ':is(img,area,input)[alt*="备"]',
  ':is(img,area,input)[alt*="ICP"]',
  '[title*="备"]',
  'img[src*="%E5%A4%87"]',
  'img[src*="备"]',
].join();
