/** ICP filings (京ICP备…号-1) and old ICP commercial licences (京ICP证…号). One pattern: the number decides, never the label. */
import { readPrefix } from './filing-province.ts';
import { fillerProblem, keyboardProblem } from './filler.ts';
import type { Context, Grammar, Hit, Reading } from './grammar.ts';
import { blank } from './number.ts';
import { judge, type Problem } from './problems.ts';
import type { ProvinceCode } from './provinces.ts';
import { provinceCharacters } from './provinces.ts';
import { formatService, readTail } from './service.ts';
import { readFilingYear } from './years.ts';

type Body = 'icp-filing' | 'icp-licence';

/** What stands in the digits' place: digits, digits with masked ones (京ICP备2023XXXX), or a mask alone. */
const digitsOrMask = String.raw`(\d[\dX*]{2,19}|[X*]{4,20}|[A-Z]\d{3,8}-?\d{0,6})`;

/** `[Han] ICP [备|证] [案|字] [:第] [(domain)] digits`, with single spaces anywhere between the parts. */
export const icpNumber: Grammar = {
  pattern: new RegExp(
    String.raw`([\u4e00-\u9fff]{0,4})[ \n]?(ICP ?备 ?)?(I ?C ?P|IPC|[1L|]CP)[ \n]?-? ?(备|证)?[ \n]?(案|字|书)?[ \n]?(?:编?号)?[ \n]?:?[ \n]?第?[ \n]?(\([a-z\d.-]{4,40}\))?[ \n]?-?${digitsOrMask}`,
    'gi',
  ),
  read(hit, context) {
    const [before = '', doubled = '', icp = '', label = '', , domain = '', digits = ''] = hit.groups;
    const lone = !/[\u4e00-\u9fff]$/.test(hit.text.slice(Math.max(0, hit.start - 1), hit.start));
    const prefix = readPrefix(before, lone);
    // A label without 备 or 证 (京ICP 05012345号) counts only with a province and a full-length number.
    const width = /^\d*/.exec(digits)?.[0].length ?? 0;
    if (label === '' && (prefix.province === null || (width !== 8 && width !== 10))) return [];

    const kind: Body = label === '证' ? 'icp-licence' : 'icp-filing';
    const problems: Problem[] = prefix.problem === null ? [] : [prefix.problem];
    if (/^IPC|^[1L|]/i.test(icp)) problems.push({ code: 'label-typo', part: icp });
    if (doubled !== '') problems.push({ code: 'label-doubled', part: `${doubled}${icp}备` });
    if (label === '') problems.push({ code: 'label-missing', part: icp });
    if (domain !== '') problems.push({ code: 'domain-inside', part: domain });
    const start = hit.start + before.length - prefix.text.length;
    return readBody(hit, context, { start, kind, digits, prefix: prefix.text, province: prefix.province, problems });
  },
};

/** `蜀 19028568号-1`: province and digits alone, after a label that names filings. */
export const bareFiling: Grammar = {
  pattern: new RegExp(
    String.raw`(?:备案|ICP)[^\n\d]{0,12}?([${provinceCharacters('icp')}]) ?(\d{10}|\d{8})(?= ?号)`,
    'gi',
  ),
  read(hit, context) {
    const [character = '', digits = ''] = hit.groups;
    const start = hit.text.lastIndexOf(character, hit.end - digits.length);
    const prefix = readPrefix(character, true);
    const problems: Problem[] = [{ code: 'label-missing', part: hit.text.slice(start, hit.end) }];
    if (prefix.problem !== null) problems.push(prefix.problem);
    return readBody(hit, context, {
      start,
      kind: 'icp-filing',
      digits,
      prefix: prefix.text,
      province: prefix.province,
      problems,
    });
  },
};

/** The parts of a number up to its digits. `start`: where it begins; `prefix`: '' where its province is not known. */
type Parts = {
  start: number;
  kind: Body;
  digits: string;
  prefix: string;
  province: ProvinceCode | null;
  problems: Problem[];
};

/** Reads digits and tail. The hit must end behind the digits. */
export function readBody(hit: Hit, context: Context, parts: Parts): Reading[] {
  const { kind, prefix, province, start } = parts;
  const problems = [...parts.problems];
  const digits = /^\d*/.exec(parts.digits)?.[0] ?? '';
  const rest = parts.digits.slice(digits.length);

  if (rest.length > 1 || digits === '') {
    if (/^[A-Z]\d/i.test(parts.digits)) {
      if (kind !== 'icp-licence' || !/\d{4}/.test(parts.digits)) return [];
      problems.push({ code: 'garbled', part: parts.digits });
    } else {
      problems.push({ code: 'placeholder-mask', part: parts.digits });
    }
    const number = { ...blank(kind), province, status: judge(problems), problems };
    return [{ number, start, end: readTail(hit.text, hit.end).end }];
  }
  const end = hit.end - rest.length;
  const stray = rest === '' ? null : /^[A-Z] ?号/i.exec(hit.text.slice(end, end + 3));
  if (stray !== null) problems.push({ code: 'service-letter', part: rest });
  const tail = readTail(hit.text, stray === null ? end : end + 1);
  problems.push(...tail.problems);

  const filler = fillerProblem(kind, digits, digits.slice(digits.length === 10 ? 4 : 2));
  // Short runs are years, phone numbers and the like, unless they are plainly filler.
  if (filler === null && digits.length < 5) return [];

  // A second number begun inside the first: 京ICP备080100-44备0000111000号.
  const more = /^[备证]\d{3,12} ?号?/.exec(hit.text.slice(tail.end, tail.end + 16));
  if (more !== null) problems.push({ code: 'garbled', part: more[0] });

  // Filler and the numbers of joke registries have no year to be right or wrong.
  const official = filler === null && judge(problems) !== 'unofficial';
  const { year, problem } = official ? readYear(kind, digits, context) : { year: null, problem: filler };
  if (problem !== null) problems.push((official ? keyboardProblem(digits) : null) ?? problem);
  const incomplete = prefix === '' || more !== null;
  const services = tail.services.length === 0 ? [null] : tail.services;
  return services.map((service) => ({
    number: {
      ...blank(kind),
      canonical: incomplete
        ? null
        : `${prefix}${kind === 'icp-licence' ? 'ICP证' : 'ICP备'}${digits}号${formatService(service)}`,
      province,
      year,
      serial: digits,
      service,
      status: judge(problems),
      problems,
    },
    start,
    end: tail.end + (more?.[0].length ?? 0),
  }));
}

function readYear(
  kind: Body,
  digits: string,
  { currentYear }: Context,
): { year: number | null; problem: Problem | null } {
  if (kind === 'icp-licence') {
    // Six digits, yyNNNN (numbers.md §2.1). Eight under this label are a filing's (§2.1: mis-typed 备).
    if (digits.length === 8) return { year: null, problem: { code: 'kind-mixed', part: digits } };
    if (digits.length !== 6) return { year: null, problem: { code: 'digit-count', part: digits } };
    const year = 2000 + Number(digits.slice(0, 2));
    const possible = year <= (currentYear ?? 2099);
    return possible
      ? { year, problem: null }
      : { year: null, problem: { code: 'year-impossible', part: digits.slice(0, 2) } };
  }
  if (digits.length !== 6 && digits.length !== 8 && digits.length !== 10) {
    return { year: null, problem: { code: 'digit-count', part: digits } };
  }
  // The counters of 2020 stayed below 80 000 even in Guangdong (numbers.md §6): more is a date or a cut ten-digit number.
  if (digits.length === 8 && digits.startsWith('20') && Number(digits.slice(2)) > 80_000) {
    return { year: null, problem: { code: 'date-as-serial', part: digits } };
  }
  return readFilingYear(digits, currentYear);
}
