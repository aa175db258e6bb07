/** Police filings (京公网安备11010802020134号), their legacy forms and labels. */

import { endsInOtherWord, provinceAtEnd, provinceNamedIn } from '../data/province-names.ts';
import { type ProvinceCode, provinceCharacters, provinceOfArea, provinces, readProvince } from '../data/provinces.ts';
import { blank as noNumber, type RegistrationNumber } from '../number.ts';
import { judge, type Problem } from '../problems.ts';
import { fillerProblem } from './filler.ts';
import type { Grammar, Hit, ReadNumber } from './grammar.ts';
import { blank, han, lookalikes, masked, spacedDigits } from './pattern.ts';
import { formatService } from './service.ts';

const characters = provinceCharacters('psb');
// 公网安备 in its many spellings: 公安网备, 公安备, 工网安备, 公网备案信息, 公海网安备 with the district, 网安备 (numbers.md §3.3).
const bureau = String.raw`[公工] ?\(?[海朝东西丰石]?\)?${blank}(?:网 ?[安按]|安 ?网 ?安|[安按] ?网|安|网)|网 ?安|安 ?网`;
const label = String.raw`(?:${bureau})${blank}备${blank}案?字?(?:信息)?${blank}(?:编?号)?码?${blank}:?${blank}第?${blank}[(\[]?${blank}`;
const anchor = /备/;
/** What may stand before the words: the province, in brackets or after other Han characters. */
const before = new RegExp(String.raw`(?:[(\[]${blank}([${characters}])${blank}[)\]]|(${han}{1,4}))[ \n]?$`);
const beforeChars = 8;

/** `[P] 公网安备 digits`. */
export const psbNumber: Grammar = {
  anchor,
  pattern: new RegExp(`${label}(${lookalikes(10, 16)}|${masked}|\\d{3,22})`, 'gi'),
  read: (hit) => readPrefixed(hit, hit.groups[0] ?? ''),
};

/** The same with blanks among the digits: 京公网安备 110108 02020134号. Together they must be fourteen. */
export const psbSpaced: Grammar = {
  anchor,
  pattern: new RegExp(`${label}${spacedDigits}`, 'gi'),
  read(hit) {
    const written = hit.groups[0] ?? '';
    const digits = written.replace(/[ \n]/g, '');
    const first = written.search(/[ \n]/);
    const closed = /^ ?号/.test(hit.text.slice(hit.end, hit.end + 2));
    // Ten or twelve digits are a number of their own, and what follows is a year, unless 号 closes all of them.
    if (digits.length !== 14 || ((first === 10 || first === 12) && !closed)) return [];
    return readPrefixed(hit, digits);
  },
};

const officeWords = '公安(?:机关|部门|部|局|厅|处|网安|网)?|分局|网警支队|网安支队|网安|联网|管理服务平台';
const officeLabel = `${blank}(?:联网|互联网|网站|网络|网安)?备案?(?:信息|登记|证)?(?:编号|证号|序号|号)?码?${blank}:?${blank}`;
const officeBefore = new RegExp(`${han}{1,10}$`);

/** `公安机关备案号：42018502000448`, `海南省公安厅备案46000002000001号`, `海淀分局备案 1101084647`: no prefix; the area tells the province. */
export const psbLabel: Grammar = {
  anchor,
  pattern: new RegExp(String.raw`(?:${officeWords})${officeLabel}(\d{10,22}(?![\dA-Z])|[X*]{4,20})`, 'gi'),
  read(hit, context) {
    const [digits = ''] = hit.groups;
    const [office = ''] = officeBefore.exec(hit.text.slice(Math.max(0, hit.start - 10), hit.start)) ?? [];
    const named = provinceNamedIn(office) ?? context.provinceOfCity?.(office) ?? null;
    const character = named === null ? null : (provinces.get(named)?.psb ?? null);
    const prefix = named === null || character === null ? null : { text: character, code: named, alternate: false };
    return readPsb(hit, hit.start - office.length, digits, prefix);
  },
};

/** `http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=…`, `https://beian.mps.gov.cn/#/query/webSearch?code=…` (§3.4). */
export const psbPortalLink: Grammar = {
  anchor: /code=/,
  pattern: /code=(\d{10,15})(?!\d)/g,
  read(hit) {
    const [digits = ''] = hit.groups;
    const [address = ''] = /\S*$/.exec(hit.text.slice(Math.max(0, hit.start - 80), hit.start)) ?? [];
    return /beian\.(?:mps\.)?gov\.cn\//i.test(address) ? readPsb(hit, hit.end - digits.length, digits, null) : [];
  },
};

/** The province of a filing, as the characters before it say it. `text`: these characters in the normal form. */
type Prefix = { text: string; code: ProvinceCode; alternate: boolean };

function readPrefixed(hit: Hit, written: string): ReadNumber[] {
  const { text } = hit;
  const [whole = '', bracketed = '', word = ''] =
    before.exec(text.slice(Math.max(0, hit.start - beforeChars), hit.start)) ?? [];
  const prefix = prefixOf(bracketed || word);
  // 网安备 without 公 is this label only between a province and a full number.
  if (!/[公工]/.test(text.charAt(hit.start)) && (prefix === null || !/^\d{14}$/.test(written))) return [];
  const own = bracketed === '' && word.endsWith(prefix?.text ?? '\n') ? whole.length - word.length + 1 : 0;
  const start = hit.start - (bracketed === '' ? own : whole.length);
  const [first, ...others] = readPsb(hit, start, written, prefix);
  return first === undefined ? [] : [first, ...others, ...further(text, first.end, prefix)];
}

/** `…120、33010002000121号`: numbers that share the words before the first of them. */
function further(text: string, from: number, prefix: Prefix | null): ReadNumber[] {
  const next = /^ ?[、,/] ?(\d{14})(?!\d)/.exec(text.slice(from, from + 18));
  if (next === null) return [];
  const [whole, digits = ''] = next;
  const end = from + whole.length;
  const readings = readPsb({ text, start: from, end, groups: [], named: {} }, end - digits.length, digits, prefix);
  return [...readings, ...readings.flatMap((reading) => further(text, reading.end, prefix))];
}

function prefixOf(before: string): Prefix | null {
  if (endsInOtherWord(before)) return null;
  const named = provinceAtEnd(before);
  const character = named === null ? undefined : provinces.get(named.code)?.psb;
  // 上海公网安备 means 沪公网安备. A name that ends in the province's own character is read by that character.
  if (named !== null && character !== undefined && !named.name.endsWith(character)) {
    return { text: character, code: named.code, alternate: false };
  }
  const last = before.slice(-1);
  const reading = readProvince(last, 'psb');
  return reading === null ? null : { text: last, ...reading };
}

/** Reads the digits of a police filing. The hit must end where they end. */
export function readPsb(hit: Hit, start: number, written: string, prefix: Prefix | null): ReadNumber[] {
  const problems: Problem[] = [];
  const tail = /^ ?[)\]]?[ \n]?号{1,2}(?!码)/.exec(hit.text.slice(hit.end, hit.end + 5))?.[0] ?? '';
  const digits = /^\d*/.exec(written)?.[0] ?? '';
  const end = hit.end + tail.length;
  const withoutDigits = (problem: Problem): ReadNumber[] => {
    problems.push(problem);
    const number = { ...noNumber('psb-filing'), province: prefix?.code ?? null, status: judge(problems), problems };
    return [{ number, start, end }];
  };
  if (/[OIL]/i.test(written) && digits.length !== 14) return withoutDigits({ code: 'garbled', part: written });
  if (digits.length < written.length && digits.length !== 14) {
    return withoutDigits({ code: 'placeholder-mask', part: written });
  }
  const filler = fillerProblem('psb-filing', digits, digits.length === 14 ? digits.slice(8) : digits.slice(6));
  // Short runs are years and the like, unless they are clearly filler.
  if (digits.length < 8 && filler === null) return [];
  const area = digits.slice(0, 6);
  const areaProvince = provinceOfArea(area);
  for (const problem of filler === null ? faultsOf(digits, prefix, areaProvince) : [filler]) problems.push(problem);
  const province = prefix?.code ?? areaProvince;
  const character = displayed(prefix, province);
  const number: RegistrationNumber = {
    ...noNumber('psb-filing'),
    canonical: character === null ? null : `${character}公网安备${digits}号`,
    province,
    serial: digits,
    area,
    status: judge(problems),
    problems,
  };
  // 京公网安备110102000060-1: only the oldest form has service numbers (numbers.md §3.3).
  const service = digits.length === 12 ? /^-(\d{1,3})(?![\d.-])( ?号)?/.exec(hit.text.slice(end, end + 8)) : null;
  if (service === null) return [{ number, start, end }];
  const counted = { number: Number(service[1]), type: 'website' } as const;
  const canonical = number.canonical && `${number.canonical}${formatService(counted)}`;
  return [{ number: { ...number, canonical, service: counted }, start, end: end + service[0].length }];
}

/** The prefix in the normal form. Cities (穗, 深) get their province's character; a province keeps the one displayed. */
function displayed(prefix: Prefix | null, province: ProvinceCode | null): string | null {
  if (prefix !== null && !'穗深'.includes(prefix.text)) return prefix.text;
  return province === null ? null : (provinces.get(province)?.psb ?? null);
}

function faultsOf(digits: string, prefix: Prefix | null, areaProvince: ProvinceCode | null): Problem[] {
  const problems: Problem[] = [];
  // Fourteen digits; twelve or ten in older forms. The date of the change is inferred (numbers.md §3.1, §3.3).
  if (digits.length === 12 || digits.length === 10) problems.push({ code: 'legacy-form', part: digits });
  else if (digits.length !== 14) problems.push({ code: 'digit-count', part: digits });
  else if (digits.slice(6, 8) !== '02') problems.push({ code: 'reserved-digits', part: digits.slice(6, 8) });

  if (areaProvince === null) problems.push({ code: 'province-unknown', part: digits.slice(0, 2) });
  if (prefix === null) {
    if (areaProvince !== null) problems.push({ code: 'province-inferred', part: digits.slice(0, 2) });
  } else {
    if (prefix.alternate) problems.push({ code: 'province-alternate', part: prefix.text });
    // The XPCC's police (66) sit in Xinjiang. 兵 was seen before its codes, 新 is accepted (numbers.md §3.1, inferred).
    const corps = areaProvince === '66' && prefix.code === '65';
    if (areaProvince !== null && areaProvince !== prefix.code && !corps) {
      problems.push({ code: 'province-mismatch', part: `${prefix.text} ${digits.slice(0, 2)}` });
    }
  }
  return problems;
}
