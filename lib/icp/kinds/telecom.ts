/** Telecom licences (京B2-20191272, 合字B1.B2-20130004, B2-20140447), also those that replace an ICP filing (-18). */

import { latinNames, type ProvinceCode, provinceCharacters, provinces, readProvince } from '../data/provinces.ts';
import { blank } from '../number.ts';
import { judge, type Problem } from '../problems.ts';
import { fillerProblem, keyboardProblem } from './filler.ts';
import type { Context, Grammar } from './grammar.ts';
import { formatService, readTail } from './service.ts';
import { readFullYear } from './years.ts';

const characters = provinceCharacters('telecom');
const directPrefix = new RegExp(String.raw`(?:[(\[]?(合) ?字[)\]]?第?|[(\[]?([${characters}])[)\]]?)[ \n]?[(\[]?$`);
// 浙ICP证：B2-20140272: the label holds the province.
const labelPrefix = new RegExp(String.raw`([${characters}])[ \n]?ICP[ \n]?[备证](?:号|编号)?[ \n]?:?[ \n]?$`, 'i');
// No.Shanghai B2-20170322
const latinPrefix = /(?<![A-Z])([A-Z]{2,12})[ -]?$/i;
const licenceLabel =
  /许可证|ICP ?证|增值电信|电信业务|电信增值|EDI|IDC|value.added|telecom|(?:ICP|business|operating) licen[cs]e/i;
// A licence's label that names no other trade: 食品经营许可证：A12364578 is the number of a food business.
const telecomLabel =
  /ICP|电信|信息服务|EDI|IDC|value.added|telecom|(?<![\u4e00-\u9fff])(?:业务)?(?:经营)?许可证|(?:operating|business) licen[cs]e/i;
const filingLabel = /备(?:案(?:\/许可证)?(?:证书?|序)?(?:编?号)?码?)?[ \n]?:?[ \n]?$/;
// Words before B2-20101010 that make it a thing or a place.
const otherThing =
  /(?:型号|货号|款号|货架|产品(?:编号)?|订单号?|展位号?|公交|线路|room|model|branch)[ \n:、,/A-Z\d-]{0,20}$/i;
// A run of digits, with letters and masks among them, up to a word or another licence without a blank between.
const number = /^(?:20\d\d[ \n]\d{4}|(?:\d|[X*]|(?![AB][12])[A-Z](?=\d))+)/i;
/** Licences exist since the Telecommunications Regulations of 2000. */
const firstYear = 2000;

/** `[P|合字] A2.B1.B2-yyyyNNNN [-n]` (numbers.md §2.2). Without a prefix the form needs a label, Chinese text near it, or several classes. */
export const telecomNumber: Grammar = {
  anchor: /[AB] ?[12]/i,
  pattern:
    /(?<![A-Z\d.+_-])([AB] ?[12](?:[.、,/& ]{0,2}[AB] ?[12]){0,5})([ \n]?[-一]{1,2}[ \n]?| ?)(20\d\d[ \n]\d{4}|\d[\dA-Z*]{3,13}|[X*]{4,10})(?!\d)/gi,
  read(found, context) {
    const [written = '', hyphen = '', run = ''] = found.groups;
    const spaced = number.exec(run)?.[0] ?? run;
    const digits = spaced.replace(/[ \n]/g, '');
    const hit = { ...found, end: found.end - run.length + spaced.length };
    // A path (/B2-20140101) is no licence; a second licence after a first (…0578/B1-20150233) is one.
    if (/(?:^|\D)\d{0,7}\/$/.test(hit.text.slice(Math.max(0, hit.start - 10), hit.start))) return [];
    const before = hit.text.slice(Math.max(0, hit.start - 40), hit.start);
    const holder = readHolder(before);
    const labelled = licenceLabel.test(before);
    const classes =
      written
        .toUpperCase()
        .replaceAll(' ', '')
        .match(/[AB][12]/g) ?? [];
    const { year, problem } = readSerial(digits, context);
    if (!isLicence()) return [];

    const tail = readTail(hit.text, hit.end);
    const problems = [...holder.problems, ...tail.problems];
    if (problem !== null) problems.push(problem);
    // The holder of a licence files under its number (numbers.md §1.4): with a service number, or after a filing's label.
    if (tail.services.length > 0 || filingLabel.test(before.slice(0, before.length - holder.length))) {
      problems.push({ code: 'licence-as-filing', part: hit.text.slice(hit.end - spaced.length, tail.end) });
    }
    const unreadable = problem?.code === 'garbled' || problem?.code === 'placeholder-mask';
    const services = tail.services.length === 0 ? [null] : tail.services;
    return services.map((service) => ({
      number: {
        ...blank('telecom-licence'),
        canonical: unreadable ? null : `${holder.text}${classes.join('.')}-${digits}${formatService(service)}`,
        province: holder.province,
        year,
        serial: unreadable ? null : digits,
        service,
        classes,
        status: judge(problems),
        problems,
      },
      start: hit.start - holder.length,
      end: tail.end,
    }));

    /** Whether the form is a licence's at all. The less context stands around it, the stricter the form must be. */
    function isLicence(): boolean {
      const isExact = /^\d{8}$/.test(digits) && year !== null;
      // 粤B12345 is a car: without a hyphen only a whole number counts.
      if (!hyphen.includes('-') && !hyphen.includes('一') && !isExact)
        return telecomLabel.test(before) && digits.length > 6;
      if (labelled) return true;
      if (holder.text !== '') return isExact || digits.length > 4;
      // B2-20260928 in English prose is a git branch or a part number. In a Chinese footer it is a national licence.
      if (!isExact || !hyphen.includes('-') || written !== written.toUpperCase() || otherThing.test(before))
        return false;
      const chinese = /[\u4e00-\u9fff]/.test(hit.text.slice(Math.max(0, hit.start - 40), hit.end + 40));
      return chinese || classes.length > 1;
    }
  },
};

/** `京-2-4-20090003`, `辽B-2-4-20080039`: an old style that names no class (numbers.md §2.2). */
export const classlessNumber: Grammar = {
  anchor: /2 ?- ?4/,
  pattern: new RegExp(String.raw`([${characters}]) ?B? ?- ?2 ?- ?4 ?- ?(\d{8})(?!\d)`, 'gi'),
  read(hit) {
    const [character = '', digits = ''] = hit.groups;
    const { province, problems } = holderOf(character);
    problems.push({ code: 'class-missing', part: hit.text.slice(hit.start, hit.end) });
    const number = { ...blank('telecom-licence'), province, serial: digits, status: judge(problems), problems };
    return [{ number, start: hit.start, end: readTail(hit.text, hit.end).end }];
  },
};

/**
 * The province of a licence. `text`: the prefix in normal form, '' for a national licence; `length`: its length back from the
 * hit.
 */
type Holder = { text: string; length: number; province: ProvinceCode | null; problems: Problem[] };

function readHolder(before: string): Holder {
  const direct = directPrefix.exec(before);
  if (direct !== null)
    return { ...holderOf(direct[1] === undefined ? (direct[2] ?? '') : '合字'), length: direct[0].length };
  const latin = latinPrefix.exec(before);
  const codes = latinNames.get(latin?.[1]?.toLowerCase() ?? '') ?? [];
  if (latin !== null && codes.length === 1) {
    const character = codes.map((code) => provinces.get(code)?.telecom ?? '').join('');
    return { ...holderOf(character), length: latin[0].length };
  }
  const label = labelPrefix.exec(before)?.[1];
  if (label === undefined) return { text: '', length: 0, province: null, problems: [] };
  const holder = holderOf(label);
  return { ...holder, length: 0, problems: [...holder.problems, { code: 'province-inferred', part: label }] };
}

function holderOf(prefix: string): Omit<Holder, 'length'> {
  const reading = readProvince(prefix, 'telecom');
  const problems: Problem[] = reading?.alternate ? [{ code: 'province-alternate', part: prefix }] : [];
  return { text: prefix, province: reading?.code ?? null, problems };
}

/** Reads `yyyyNNNN`: the year of issue, and the problem of the digits. */
function readSerial(digits: string, { currentYear }: Context): { year: number | null; problem: Problem | null } {
  if (/[X*]{2}/i.test(digits)) return { year: null, problem: { code: 'placeholder-mask', part: digits } };
  if (!/^\d+$/.test(digits)) return { year: null, problem: { code: 'garbled', part: digits } };
  const filler = fillerProblem('telecom-licence', digits, digits.slice(4));
  if (filler !== null) return { year: null, problem: filler };
  const reading =
    digits.length === 8
      ? readFullYear(digits.slice(0, 4), firstYear, currentYear)
      : { year: null, problem: { code: 'digit-count' as const, part: digits } };
  return reading.problem === null ? reading : { ...reading, problem: keyboardProblem(digits, reading.problem) };
}
