/** ICP filings (京ICP备…号-1) and old ICP commercial licences (京ICP证…号). The number tells its kind; a label before it does not. */

import { provinceCharacters } from '../data/provinces.ts';
import type { Problem } from '../problems.ts';
import { readPrefix } from './filing-province.ts';
import type { Context, Grammar, Hit, ReadNumber } from './grammar.ts';
import { type BodyKind, couldBeFiling, readBody } from './icp-body.ts';
import { blank, han, lookalikes, masked, spacedDigits } from './pattern.ts';

const characters = provinceCharacters('icp');
// ICP with its letters spaced, swapped, doubled, or replaced by a look-alike (numbers.md §1.6).
const letters = 'I ?C ?P|IPC|CIP|PIC|CPI|PCI|ICPP|ICCP|IICP|[1L|]CP';
// 备 or 证 with what people write after them: 备案, 备字, 备案证书号：, 备案/许可证号:, 证号, 备第.
const label = String.raw`[(\[]?(备备?|证|(?:经营)?许可证)[)\]]?${blank}(?:案|字|书)?(?:证书?)?${blank}(?:[编序]?号)?码?(?:\/许可证号?)?`;
const domain = String.raw`(\([a-z\d.-]{4,40}\))?`;
const beforeDigits = String.raw`${blank}:?${blank}字?第?${blank}${domain}${blank}[-(\[]?${blank}`;
/**
 * What may stand before the letters: the province, in brackets or after other Han characters, and what joins it to the letters.
 */
const before = new RegExp(
  String.raw`(?:[(\[]${blank}([${characters}])${blank}[)\]]|(${han}{1,8}))([ \n]?[-.·_(\[]?[ \n]?)$`,
);
const beforeChars = 12;
const anchor = /[CI] ?P|P ?[CI]/i;

function pattern(digits: string): RegExp {
  return new RegExp(
    `(ICP ?备? ?)?(${letters})[)\\]]?(?:${blank}-?${blank}${label}|${blank}(?:号|(?:bei(?:an)?|B) ?)?)${blank}(NO\\.?)?` +
      `${beforeDigits}${digits}`,
    'gi',
  );
}

/** `[province] ICP [备|证] [案|字] [:第] [(domain)] digits`, with blanks anywhere between the parts. */
export const icpNumber: Grammar = {
  anchor,
  pattern: pattern(`(${lookalikes(6, 11)}|${masked}|[A-Z]\\d{3,8}-?\\d{0,6})`),
  read: (hit, context) => readIcp(hit, context, hit.groups.at(-1) ?? ''),
};

/**
 * The same with blanks among the digits: 京ICP备 0501 2345 号. They count as one number only where together they are a whole
 * number and the first run alone is none.
 */
export const icpSpaced: Grammar = {
  anchor,
  pattern: pattern(spacedDigits),
  read(hit, context) {
    const written = hit.groups.at(-1) ?? '';
    const digits = written.replace(/[ \n]/g, '');
    const first = written.search(/[ \n]/);
    const closed = /^ ?(?:号|[)\]]|-\d)/.test(hit.text.slice(hit.end, hit.end + 3));
    const isWhole = digits.length === 8 || digits.length === 10;
    // Fewer than five digits are no number alone. For more, 号 must close them, or what follows may be a year or a phone number.
    if (!isWhole || first === 8 || first === 10 || (first > 4 && !closed)) return [];
    return couldBeFiling(digits, context) ? readIcp(hit, context, digits) : [];
  },
};

function readIcp(hit: Hit, context: Context, digits: string): ReadNumber[] {
  const [doubled = '', icp = '', label = '', no = '', domain = ''] = hit.groups;
  const { text } = hit;
  const [whole = '', bracketed = '', word = '', joint = ''] =
    before.exec(text.slice(Math.max(0, hit.start - beforeChars), hit.start)) ?? [];
  const lone = !/[\u4e00-\u9fff]/.test(text.charAt(hit.start - whole.length - 1));
  const prefix = readPrefix(bracketed || word, lone, digits);
  // A label without 备 or 证 (京ICP 05012345号) counts only with a province and a full-length number.
  const width = /^\d*/.exec(digits)?.[0].length ?? 0;
  const isLatin = /ICP ?(?:NO|B)/i.test(text.slice(hit.start, hit.end));
  if (label === '' && (prefix.province === null || (width !== 8 && width !== 10))) return [];
  if (prefix.text === '' && !isNumber(hit, digits, context)) return [];

  const kind: BodyKind = /证/.test(label) ? 'icp-licence' : 'icp-filing';
  const problems: Problem[] = prefix.problem === null ? [] : [prefix.problem];
  if (!/^I ?C ?P$/i.test(icp)) problems.push({ code: 'label-typo', part: icp });
  if (doubled !== '' || label === '备备') problems.push({ code: 'label-doubled', part: `${doubled}${icp}${label}` });
  if (label === '' && no === '' && !isLatin) problems.push({ code: 'label-missing', part: icp });
  if (domain !== '') problems.push({ code: /[a-z]/i.test(domain) ? 'domain-inside' : 'garbled', part: domain });
  const own = bracketed === '' ? prefix.text.length + joint.length : whole.length;
  const start = prefix.text === '' ? hit.start : hit.start - own;
  return readBody(hit, context, { start, kind, digits, prefix: prefix.canonical, province: prefix.province, problems });
}

/** Whether digits after a mere ICP备案号 are a number. "ICP备案12345678个网站" holds none, and a date is none. */
function isNumber(hit: Hit, digits: string, context: Context): boolean {
  const next = hit.text.slice(hit.end, hit.end + 2);
  if (/^ ?号/.test(next) || !/^\d+$/.test(digits)) return true;
  if (/^ ?[个家次条万元名人位年月]/.test(next)) return false;
  const written = hit.text.slice(0, hit.end - digits.length);
  return /[备证:号第]$/.test(written) || couldBeFiling(digits, context);
}

/** `ICP证：蜀 19028568号-1`, `备案号：京备15001234`: only a province and digits, after a label that names filings or licences. */
export const bareNumber: Grammar = {
  anchor: /备案|ICP/i,
  pattern: new RegExp(
    String.raw`(?:备案|ICP)[^\n\d]{0,12}?([${characters}])(?:备案?|证)?(?:号|第)? ?(\d{10}|\d{8}|\d{6})(?!\d)`,
    'gi',
  ),
  read(hit, context) {
    const [character = '', digits = ''] = hit.groups;
    const start = hit.text.lastIndexOf(character, hit.end - digits.length);
    const label = hit.text.slice(hit.start, start);
    const next = hit.text.slice(hit.end, hit.end + 3);
    // The police and many others say 备案 too, so 号 must follow it. ICP, or the ministry's name, is enough.
    const lead = hit.text.slice(Math.max(0, hit.start - 3), hit.start);
    const named = /^ICP/i.test(label) || /(?:网站|工信部)$/.test(lead);
    if (!(named ? /^(?: ?号| ?-\d|[\s|,;。)\]]|$)/ : /^ ?号/).test(next)) return [];
    // 房屋备案号 belongs to a house.
    if (!named && (/[\u4e00-\u9fff]$/.test(lead) || !/^备案(?:序|证书?|编)?号?码? ?:? ?$/.test(label))) return [];
    const kind: BodyKind = digits.length === 6 ? 'icp-licence' : 'icp-filing';
    // Under a licence's label six digits are a licence's. Under another label they may be anything.
    if (kind === 'icp-licence' && !/证/.test(label)) return [];
    if (kind === 'icp-filing' && !couldBeFiling(digits, context)) return [];
    const prefix = readPrefix(character, true, digits);
    const problems: Problem[] = [{ code: 'label-missing', part: hit.text.slice(start, hit.end) }];
    if (prefix.problem !== null) problems.push(prefix.problem);
    return readBody(hit, context, {
      start,
      kind,
      digits,
      prefix: prefix.canonical,
      province: prefix.province,
      problems,
    });
  },
};
