/** Numbers written in Latin letters: `Beijing ICP No. 10046444-1`, `Yue ICP Bei …`, `E Gongwang Anbei …`. */

import type { Grammar } from './grammar.ts';
import { readBody } from './icp.ts';
import { latinNames, type ProvinceCode, provinces } from './provinces.ts';
import { readPsb } from './psb.ts';

const names = [...latinNames.keys(), 'inner mongolia'].sort((a, b) => b.length - a.length).join('|');
const number = String.raw`(?:\bno|number|record|registration|filing|recordal|certificate|licen[cs]e|permit|bei[ ']?an|bei|b)`;

/** `[province] ICP [words] digits`. Without a province only where the words name a filing and the width is right. */
export const latinIcp: Grammar = {
  pattern: new RegExp(
    String.raw`(?:(?<![A-Z])(${names})[ -]{0,2})?(?<![A-Z])ICP[ :.-]{0,2}((?:${number}[ :.#-]{0,3}){0,4})(\d{6,10})(?![\dA-Z])`,
    'gi',
  ),
  read(hit, context) {
    const [name = '', words = '', digits = ''] = hit.groups;
    const candidates = latinNames.get(name.toLowerCase().replace(' ', '')) ?? [];
    const certificate = /certificate|licen[cs]e|permit/i.test(words);
    const kind = certificate && digits.length === 6 ? 'icp-licence' : 'icp-filing';
    if (name === '') {
      // "ICP number" and "ICP No." are words of other trades; these are not.
      const speaksOfFilings = /record|registration|filing|licen[cs]e|bei/i.test(words);
      if (!speaksOfFilings || (digits.length !== 8 && digits.length !== 10)) return [];
    }
    const [province = null] = candidates.length === 1 ? candidates : [];
    const ambiguous = candidates.length > 1;
    return readBody(hit, context, {
      start: hit.start,
      kind,
      digits,
      prefix: province === null ? '' : (provinces.get(province)?.icp ?? ''),
      province,
      problems: province !== null ? [] : [{ code: ambiguous ? 'province-ambiguous' : 'province-missing', part: name }],
    });
  },
};

/** `Beijing Public Network Security No. 11000002000001`, `E Gongwang Anbei 42011202001821`. */
export const latinPsb: Grammar = {
  pattern: new RegExp(
    String.raw`(?:(?<![A-Z])(${names})[ -]{0,2})?(?:gong ?wang ?an ?bei|public (?:network |internet )?security(?: bureau| filing| registration| record| network)?)[ :.-]{0,2}(?:(?:${number})[ :.#-]{0,3}){0,3}(\d{10,15})(?!\d)`,
    'gi',
  ),
  read(hit) {
    const [name = '', digits = ''] = hit.groups;
    const candidates: readonly ProvinceCode[] = latinNames.get(name.toLowerCase().replace(' ', '')) ?? [];
    // The area code tells apart provinces that are spelt alike.
    const code = candidates.find((candidate) => digits.startsWith(candidate)) ?? candidates[0];
    const character = code === undefined ? undefined : provinces.get(code)?.psb;
    return readPsb(hit, hit.start, digits, code && character ? { text: character, code, alternate: false } : null);
  },
};
