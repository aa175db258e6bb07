/**
 * Digits that nobody was given: typed to fill a template. A placeholder is a fault, so that only what cannot have been issued
 * is one. Low serials are no filler: counting starts at 1, and 京ICP备04000001号 is the ministry's own (numbers.md §6).
 */

import type { ProvinceCode } from '../data/provinces.ts';
import { type Problem, rules } from '../problems.ts';

// Numbers that were issued, or may have been, but that were found in templates, guides and exercises alone (numbers.md §6).
const inTemplates = new Set(['icp-licence 000001', 'icp-filing 000001', 'icp-licence 111111', 'icp-filing 04000001']);

/**
 * Tells digits that someone typed to fill a template from digits that were issued: all alike (88888888), one digit and
 * zeros (10000000), zeros and one (000001), eight zeros in a row, counting up (12345678, 123456789123) (numbers.md §6).
 */
export function isFiller(digits: string): boolean {
  return (
    /^(\d)\1{3,}$/.test(digits) || /^[1-9]0{5,}$|^0{4,}1$|0{8}/.test(digits) || (digits.length > 4 && countsUp(digits))
  );
}

function countsUp(digits: string): boolean {
  if (!/^[01]/.test(digits)) return false;
  return (
    `${digits.startsWith('0') ? '0' : ''}${'123456789'.repeat(3)}`.startsWith(digits) ||
    '1234567890'.repeat(2).startsWith(digits)
  );
}

/**
 * The problem of a placeholder, where the digits of a number are one; null for digits that may have been issued.
 * `serial` is what is left of `digits` without year or area, '' where the form tells neither: a serial of zeros is never
 * issued.
 */
export function fillerProblem(kind: string, digits: string, serial: string): Problem | null {
  if (inTemplates.has(`${kind} ${digits}`)) return null;
  // 110000000017, once a large Beijing site's: a province's code ends in zeros, and old serials begin with them (§3.3).
  const isProvincial = kind === 'psb-filing' && /^[1-6]\d0{4}\d{4}(?:\d{2})?$/.test(digits);
  if ((isFiller(digits) && !isProvincial) || /^0+$/.test(serial)) return { code: 'placeholder-digits', part: digits };
  return null;
}

/** The problem of a number that templates show far more often than its holder does; null for all others, and for holders that are known. */
export function templateProblem(kind: string, digits: string, province: ProvinceCode | null): Problem | null {
  // 京ICP备04000001号: the ministry itself. Where it is copied, famous.ts says so.
  const isMinistry = digits === '04000001' && province === '11';
  return inTemplates.has(`${kind} ${digits}`) && !isMinistry ? { code: 'template-number', part: digits } : null;
}

/**
 * The same for the serials of permits. They do begin at 00001, may be alike while they are short, and those that hold an
 * area's code or an institution's run on in zeros: 11100000000014154E is the customs' credit code. `isWrong`: the form is
 * wrong already; only then eight zeros were typed.
 */
export function permitFillerProblem(serial: string, isWrong: boolean): Problem | null {
  const digits = serial.replace(/\D/g, '');
  const typed =
    /^(\d)\1{5,}$|^0+$/.test(digits) || (digits.length > 5 && countsUp(digits)) || (isWrong && /0{8}/.test(digits));
  return typed ? { code: 'placeholder-digits', part: digits } : null;
}

/**
 * What is wrong with digits that have a fault: where their form is wrong, and five counting digits stand in them, they were
 * typed along the keyboard (12134567). In issued numbers such runs occur by chance, so a mere doubt stays one. Inferred.
 */
export function keyboardProblem(digits: string, fault: Problem): Problem {
  const isWrong = rules[fault.code].verdict === 'malformed';
  return isWrong && /01234|12345|23456|34567|45678|56789|98765|87654|76543|65432|54321/.test(digits)
    ? { code: 'placeholder-digits', part: digits }
    : fault;
}
