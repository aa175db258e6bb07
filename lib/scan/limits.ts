/**
 * The most that a reading of a page hands over, however large or hostile the page is. The scan cuts to these limits, and the
 * background refuses whatever exceeds them, because no scan of ours can have made it.
 */

/** Most blocks that a scan hands over. Pages with more are hostile or are lists of other sites. */
export const maxBlocks = 500;
/** Longest text of a block in characters. A longer text is cut into parts that overlap by more than a number's length. */
export const maxBlockChars = 4000;
/** Longest address of a link in characters. The first hundreds of characters already tell where a link leads. */
export const maxHrefChars = 2000;
/**
 * The size of all links of a scan together: the characters of their addresses, and `linkChars` more for the rest of each link.
 * That is ten times the size for a list of 500 sites. Further links are left out. Chromium takes messages of up to 64 MiB.
 */
export const maxLinkChars = 2e6;
export const linkChars = 40;
/**
 * Longest address of a page in characters. Servers take about as much (nginx 8192, Apache 8190), but scripts can make it
 * longer.
 */
export const maxUrlChars = 8192;
