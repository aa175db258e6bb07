import type { Problem } from './problems.ts';

// Samples of official notices and help pages, found pasted into footers (numbers.md §6). Digits alone: the province varies.
const samples = new Set(['icp-filing 04000001', 'telecom-licence 20080101']);

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
  if (samples.has(`${kind} ${digits}`)) return { code: 'placeholder-sample', part: digits };
  // 110000000017, once a large Beijing site's: a province's code ends in zeros, and old serials begin with them (§3.3).
  const isProvincial = kind === 'psb-filing' && /^[1-6]\d0{4}\d{6}$/.test(digits);
  if ((isFiller(digits) && !isProvincial) || /^0+$/.test(serial)) return { code: 'placeholder-digits', part: digits };
  return null;
}

/** The same for the short serials of permits, which do begin at 00001 and may be alike: only long runs were never issued. */
export function permitFillerProblem(serial: string): Problem | null {
  const digits = serial.replace(/\D/g, '');
  const typed = /^(\d)\1{5,}$|0{8}/.test(digits) || (digits.length > 5 && countsUp(digits)) || /^0+$/.test(digits);
  return typed ? { code: 'placeholder-digits', part: digits } : null;
}

/**
 * The same for digits whose form is already known to be wrong: a run of five counting digits in them was typed along the
 * keyboard (12134567). In issued numbers such runs occur by chance, so the form must be wrong as well. Inferred.
 */
export function keyboardProblem(digits: string): Problem | null {
  return /01234|12345|23456|34567|45678|56789|98765|87654|76543|65432|54321/.test(digits)
    ? { code: 'placeholder-digits', part: digits }
    : null;
}
