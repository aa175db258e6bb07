/**
 * Filler: digits that somebody typed to fill a template and that no authority issued. A placeholder counts as a fault, so only
 * digits that cannot have been issued count as filler. Low serials do not: counting starts at 1, and 京ICP备04000001号 is the
 * ministry's own (numbers.md §6).
 */

import type { ProvinceCode } from '../data/provinces.ts';
import { type Problem, rules } from '../problems.ts';

// Numbers that were or may have been issued, but were found only in templates, guides and exercises (numbers.md §6).
const inTemplates = new Set(['icp-licence 000001', 'icp-filing 000001', 'icp-licence 111111', 'icp-filing 04000001']);

/**
 * Whether digits are filler: all alike (88888888), one digit and zeros (10000000), zeros and one (000001), eight zeros in a
 * row, counting up (12345678, 123456789123) (numbers.md §6).
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
 * The problem of a placeholder where a number's digits are filler; null for digits that may have been issued. `serial` is
 * `digits` without the year or the area, '' where the form tells neither: no authority issues a serial of zeros.
 */
export function fillerProblem(kind: string, digits: string, serial: string): Problem | null {
  if (inTemplates.has(`${kind} ${digits}`)) return null;
  // 110000000017 was a large Beijing site's number: a province's code ends in zeros, and old serials begin with them (§3.3).
  const isProvincial = kind === 'psb-filing' && /^[1-6]\d0{4}\d{4}(?:\d{2})?$/.test(digits);
  if ((isFiller(digits) && !isProvincial) || /^0+$/.test(serial)) return { code: 'placeholder-digits', part: digits };
  return null;
}

/**
 * The problem of a number that templates show far more often than its holder does. Null for all others, and where the holder is
 * known.
 */
export function templateProblem(kind: string, digits: string, province: ProvinceCode | null): Problem | null {
  // 京ICP备04000001号 is the ministry's. famous.ts finds its copies.
  const isMinistry = digits === '04000001' && province === '11';
  return inTemplates.has(`${kind} ${digits}`) && !isMinistry ? { code: 'template-number', part: digits } : null;
}

/**
 * The problem of a placeholder for the serials of permits. These do begin at 00001, and short ones may be all alike. Serials
 * that hold an area's or an institution's code have long runs of zeros: 11100000000014154E is the customs' credit code. So
 * eight zeros are filler only where `isWrong`: the form is wrong already.
 */
export function permitFillerProblem(serial: string, isWrong: boolean): Problem | null {
  const digits = serial.replace(/\D/g, '');
  const typed =
    /^(\d)\1{5,}$|^0+$/.test(digits) || (digits.length > 5 && countsUp(digits)) || (isWrong && /0{8}/.test(digits));
  return typed ? { code: 'placeholder-digits', part: digits } : null;
}

/**
 * The problem of digits that have a fault. Where the form is wrong and the digits hold five that count up, they were typed
 * along the keyboard (12134567) and are a placeholder. Issued numbers hold such runs by chance, so a fault that only makes a
 * number suspect stays as it is. Inferred.
 */
export function keyboardProblem(digits: string, fault: Problem): Problem {
  const isWrong = rules[fault.code].verdict === 'malformed';
  return isWrong && /01234|12345|23456|34567|45678|56789|98765|87654|76543|65432|54321/.test(digits)
    ? { code: 'placeholder-digits', part: digits }
    : fault;
}
