/** Numbers written in Latin letters: `Beijing ICP No. 10046444-1`, `Yue ICP Bei …`, `E Gongwang Anbei …`. */

import { latinNames, type ProvinceCode, provinces } from '../data/provinces.ts';
import type { Grammar, Hit } from './grammar.ts';
import { readBody } from './icp-body.ts';
import { readPsb } from './psb.ts';

const names = [...latinNames.keys(), 'inner mongolia'].sort((a, b) => b.length - a.length).join('|');
const province = new RegExp(`(?<![A-Z])(${names})[ -]{0,2}$`, 'i');
const provinceChars = 18;
// How 备, 证 and 号 are written in pinyin, in English and by translators: 备 also means "to prepare" and "spare".
const word = `(?:no|number|code|record(?:ed|al)?|regist(?:ration|ered)|reg|filing|filed|reference|ref|certificate|licen[cs]e|permit|approval|archive|prepar(?:ation|ed)|backup|standby|spare|equipment|for|bei[ ']?an|bei|zheng|hao|b)`;
const certificate = /certificate|licen[cs]e|permit|zheng/i;

/** `[province] ICP [words] digits`. The province may be missing only where the words name a filing and the width is right. */
export const latinIcp: Grammar = {
  anchor: /ICP/i,
  pattern: new RegExp(`ICP[ :.#-]{0,2}((?:${word}[ :.#-]{0,3}){0,4})(\\d{6,10})(?![\\dA-Z])`, 'gi'),
  read(hit, context) {
    const [label = '', digits = ''] = hit.groups;
    const { name, length, candidates } = readName(hit);
    // With another letter before it, ICP is part of another word.
    if (length === 0 && /[A-Z]/i.test(hit.text.charAt(hit.start - 1))) return [];
    const kind = certificate.test(label) && digits.length === 6 ? 'icp-licence' : 'icp-filing';
    if (name === '') {
      // Other trades also write "ICP number" and "ICP No."; these words only filings have.
      const speaksOfFilings = /record|registration|filing|licen[cs]e|bei/i.test(label);
      if (!speaksOfFilings || (digits.length !== 8 && digits.length !== 10)) return [];
    }
    const [only = null] = candidates.length === 1 ? candidates : [];
    const code = candidates.length > 1 ? 'province-ambiguous' : 'province-missing';
    return readBody(hit, context, {
      start: hit.start - length,
      kind,
      digits,
      prefix: only === null ? '' : (provinces.get(only)?.icp ?? ''),
      province: only,
      problems: only === null ? [{ code, part: name }] : [],
    });
  },
};

/** `Beijing Public Network Security No. 11000002000001`, `E Gongwang Anbei 42011202001821`. */
export const latinPsb: Grammar = {
  anchor: /an ?bei|security|PSB/i,
  pattern: new RegExp(
    `(?:gong ?(?:wang ?)?an ?bei|public (?:net(?:work)? |internet )?(?:security|an ?bei)(?: bureau| internet| net(?:work)?)?|PSB)` +
      `[ :.#-]{0,2}(?:${word}[ :.#-]{0,3}){0,3}(\\d{10,15})(?!\\d)`,
    'gi',
  ),
  read(hit) {
    const [digits = ''] = hit.groups;
    const { length, candidates } = readName(hit);
    // The area code decides between provinces that are spelt alike.
    const code = candidates.find((candidate) => digits.startsWith(candidate)) ?? candidates[0];
    const character = code === undefined ? undefined : provinces.get(code)?.psb;
    return readPsb(
      hit,
      hit.start - length,
      digits,
      code && character ? { text: character, code, alternate: false } : null,
    );
  },
};

/** The province's name before a hit: as written, its length back from the hit, and the provinces that it may mean. */
function readName({ text, start }: Hit): { name: string; length: number; candidates: readonly ProvinceCode[] } {
  const [whole = '', name = ''] = province.exec(text.slice(Math.max(0, start - provinceChars), start)) ?? [];
  return { name, length: whole.length, candidates: latinNames.get(name.toLowerCase().replace(' ', '')) ?? [] };
}
