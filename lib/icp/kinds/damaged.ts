/**
 * UTF-8 that was decoded as GBK (numbers.md §1.6). Characters fuse with the bytes that follow them, and digits are lost.
 * Nothing can be restored, so the number is reported as damaged and never guessed.
 */

import { blank } from '../number.ts';
import { judge, type Problem } from '../problems.ts';
import type { Grammar } from './grammar.ts';

/**
 * `ICP澶?0018813鍙?3`: 备 became 澶 and took the next byte with it. In 浜琁CP the province's last byte took the I.
 * `?ICP??15001234??`: every Han character is lost.
 */
export const damagedFiling: Grammar = {
  anchor: /CP[澶?\ufffd]/,
  pattern:
    /(?:ICP|[\u4e00-\u9fff]CP)澶[?\ufffd]?\d{4,10}(?:鍙[?\ufffd]?\d{0,5})?|[?\ufffd]{1,4}ICP[?\ufffd]{1,4} ?\d{6,10}[?\ufffd]{1,4}(?:-\d{1,5})?/gi,
  read: (hit) => reading(hit, 'icp-filing'),
};

/** `鍏綉瀹夊?11010…` and its fragments: 网安备 became 缃戝畨澶. */
export const damagedPsb: Grammar = {
  anchor: /缃戝畨澶/,
  pattern: /缃戝畨澶[?\ufffd]?(\d{6,14})/g,
  read: (hit) => reading(hit, 'psb-filing'),
};

function reading(hit: Parameters<Grammar['read']>[0], kind: 'icp-filing' | 'psb-filing'): ReturnType<Grammar['read']> {
  const problems: Problem[] = [{ code: 'damaged-text', part: hit.text.slice(hit.start, hit.end) }];
  return [{ number: { ...blank(kind), status: judge(problems), problems }, start: hit.start, end: hit.end }];
}
