/**
 * What a reading of a page hands over at most, however large or hostile the page is. The scan cuts to these limits, and the
 * background refuses what exceeds them: whatever it refuses, no scan of ours has made.
 */

/** Most blocks a scan hands over. Pages with more are hostile or lists of other sites. */
export const maxBlocks = 500;
/** Longest text of a block in characters; longer ones are cut into parts that overlap by more than a number's length. */
export const maxBlockChars = 4000;
/** Longest address of a link in characters: what tells where a link leads stands in its first hundreds. */
export const maxHrefChars = 2000;
/**
 * All links of a scan together, in characters of their addresses, each `linkChars` more for the rest of it: ten times what a
 * list of 500 sites has. Links beyond are left out. Chromium takes messages of up to 64 MiB.
 */
export const maxLinkChars = 2e6;
export const linkChars = 40;
/** Longest address of a page in characters. Servers take about as much (nginx 8192, Apache 8190); scripts can make it longer. */
export const maxUrlChars = 8192;
