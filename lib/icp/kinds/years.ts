import type { Problem } from '../problems.ts';

/** The years of each width of ICP filing number (numbers.md §1.1): six digits before the system of March 2005, ten since mid-2020. */
const sixDigitsTo = 2005;
// The ministry's own is 京ICP备04000001号.
const eightDigitsFrom = 2004;
const tenDigitsFrom = 2020;

/** The year that a filing's digits begin with, and its problem. */
export type YearReading = { year: number | null; problem: Problem | null };

/**
 * Reads the year of an ICP filing: six digits `yyNNNN` (2000 to 2005), eight `yyNNNNNN` (2004 to 2020), ten `yyyyNNNNNN` (from
 * 2020). An impossible year gives `year-impossible`; a year of another width gives `year-width`.
 */
export function readFilingYear(digits: string, currentYear = Number.POSITIVE_INFINITY): YearReading {
  const part = digits.slice(0, digits.length === 10 ? 4 : 2);
  const year = digits.length === 10 ? Number(part) : 2000 + Number(part);
  const [from, to] =
    digits.length === 6
      ? [2000, sixDigitsTo]
      : digits.length === 8
        ? [eightDigitsFrom, tenDigitsFrom]
        : [tenDigitsFrom, currentYear];
  if (year >= from && year <= to) return { year, problem: null };
  // Filings exist since Decree 292 of 2000. Eight digits with a later year are most likely ten that lost their "20" (§1.1).
  if (year < 2000 || year > Math.min(currentYear, 2099))
    return { year: null, problem: { code: 'year-impossible', part } };
  return { year, problem: { code: 'year-width', part } };
}

/** Reads a year written with four digits: impossible before `first` or after the present one. */
export function readFullYear(part: string, first: number, currentYear = Number.POSITIVE_INFINITY): YearReading {
  const year = Number(part);
  if (year >= first && year <= currentYear) return { year, problem: null };
  return { year: null, problem: { code: 'year-impossible', part } };
}

/** Reads a year written with two digits, `03`: impossible after the present one. */
export function readShortYear(part: string, currentYear = 2099): YearReading {
  return readFullYear(`20${part}`, 2000, currentYear).problem === null
    ? { year: 2000 + Number(part), problem: null }
    : { year: null, problem: { code: 'year-impossible', part } };
}
