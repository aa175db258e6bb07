/** What ICP filings and licences share in every script: digits, 号 and service numbers. */

import type { ProvinceCode } from '../data/provinces.ts';
import { blank, type RegistrationNumber } from '../number.ts';
import { judge, type Problem } from '../problems.ts';
import { fillerProblem, keyboardProblem, templateProblem } from './filler.ts';
import type { Context, Hit, ReadNumber } from './grammar.ts';
import { formatService, readTail } from './service.ts';
import { readFilingYear, readShortYear, type YearReading } from './years.ts';

/** The kinds whose numbers have this body. */
export type BodyKind = 'icp-filing' | 'icp-licence';

/** The parts of a number up to its digits. `start`: its offset; `prefix`: '' where its province is not known. */
export type BodyParts = {
  start: number;
  kind: BodyKind;
  /** The digits without blanks, or the characters that stand instead of them. */
  digits: string;
  prefix: string;
  province: ProvinceCode | null;
  problems: Problem[];
};

/** Reads digits and tail. The hit must end where the digits end. Digits that are no number give []. */
export function readBody(hit: Hit, context: Context, parts: BodyParts): ReadNumber[] {
  const { kind, prefix, province, start } = parts;
  const problems = [...parts.problems];
  const digits = /^\d*/.exec(parts.digits)?.[0] ?? '';
  const rest = parts.digits.slice(digits.length);
  const withoutDigits = (problem: Problem): ReadNumber[] => {
    problems.push(problem);
    const number = { ...blank(kind), province, status: judge(problems), problems };
    return [{ number, start, end: readTail(hit.text, hit.end).end }];
  };
  if (/^(?:[X*?•]{2,}|[X*])/i.test(rest) && (digits === '' || rest.length > 1)) {
    return withoutDigits({ code: 'placeholder-mask', part: parts.digits });
  }
  if (rest !== '' && !isWidth(kind, digits.length)) {
    const isLookalike = /^[\dOIL]+$/i.test(parts.digits);
    if (isLookalike) return withoutDigits({ code: 'garbled', part: parts.digits });
    if (digits === '') {
      // 京ICP证B1034-8373 has the form of no licence.
      const garbled = kind === 'icp-licence' && /\d{4}/.test(parts.digits);
      return garbled ? withoutDigits({ code: 'garbled', part: parts.digits }) : [];
    }
  }
  const end = hit.end - rest.length;
  const stray = /^[A-Z](?= ?号)/i.exec(hit.text.slice(end, end + 3));
  if (stray !== null) problems.push({ code: 'service-letter', part: stray[0] });
  const tail = readTail(hit.text, stray === null ? end : end + 1);
  for (const problem of tail.problems) problems.push(problem);

  const filler = fillerProblem(
    kind,
    digits,
    isWidth(kind, digits.length) ? digits.slice(digits.length === 10 ? 4 : 2) : '',
  );
  // Short runs are years, phone numbers and the like, unless they are clearly filler.
  if (filler === null && digits.length < 5) return [];

  // A second number that begins inside the first: 京ICP备080100-44备0000111000号.
  const more = /^[备证]\d{3,12} ?号?/.exec(hit.text.slice(tail.end, tail.end + 16));
  if (more !== null) problems.push({ code: 'garbled', part: more[0] });

  // Filler and joke numbers have no year that could be right or wrong.
  const official = filler === null && judge(problems) !== 'unofficial';
  const { year, problem }: YearReading = official ? readYear(kind, digits, context) : { year: null, problem: filler };
  if (problem !== null) problems.push(official ? keyboardProblem(digits, problem) : problem);
  const template = templateProblem(kind, digits, province);
  if (template !== null) problems.push(template);
  const isWhole = prefix !== '' && more === null;
  const services = tail.services.length === 0 ? [null] : tail.services;
  return services.map((service) => {
    const number: RegistrationNumber = {
      ...blank(kind),
      canonical: isWhole
        ? `${prefix}${kind === 'icp-licence' ? 'ICP证' : 'ICP备'}${digits}号${formatService(service)}`
        : null,
      province,
      year,
      serial: digits,
      service,
      status: judge(problems),
      problems,
    };
    return { number, start, end: tail.end + (more?.[0].length ?? 0) };
  });
}

/** Whether digits could be a filing's: their width and their year fit. */
export function couldBeFiling(digits: string, context: Context): boolean {
  return readYear('icp-filing', digits, context).problem === null;
}

function isWidth(kind: BodyKind, length: number): boolean {
  return length === 6 || (kind === 'icp-filing' && (length === 8 || length === 10));
}

function readYear(kind: BodyKind, digits: string, { currentYear }: Context): YearReading {
  if (kind === 'icp-licence') {
    // Six digits, yyNNNN (numbers.md §2.1). Eight under this label are a filing's (§2.1: mis-typed 备).
    if (digits.length === 8) return { year: null, problem: { code: 'kind-mixed', part: digits } };
    if (digits.length !== 6) return { year: null, problem: { code: 'digit-count', part: digits } };
    return readShortYear(digits.slice(0, 2), currentYear);
  }
  if (!isWidth(kind, digits.length)) return { year: null, problem: { code: 'digit-count', part: digits } };
  // The counters of 2020 stayed below 80 000 even in Guangdong (numbers.md §6). A higher one is a date or a ten-digit number
  // cut short.
  if (digits.length === 8 && digits.startsWith('20') && Number(digits.slice(2)) > 80_000) {
    return { year: null, problem: { code: 'date-as-serial', part: digits } };
  }
  return readFilingYear(digits, currentYear);
}
