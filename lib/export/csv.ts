import papaparse from 'papaparse';
import { writable } from './writable.ts';

/** A value that a cell of CSV may hold. */
export type CsvCell = string | number | boolean | null;

/**
 * Text that a spreadsheet may run as a formula. Before the first sign there may be white space and invisible characters. The
 * signs may be full-width, because Chinese versions take those for the plain ones.
 *
 * Why not papaparse's own: it knows neither these forms nor formulas that go on in another line (5.7.1).
 */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u;

/**
 * Lines of CSV (RFC 4180), each with its line end. Invisible characters are named; see `writable`. Pages choose what stands in
 * a cell, so a cell that a spreadsheet would run as a formula gets an apostrophe in front, and spreadsheets show it as text.
 */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  if (rows.length === 0) return '';
  const lines = papaparse.unparse(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? writable(cell) : cell))),
    { newline: '\r\n', escapeFormulae: formula },
  );
  return `${lines}\r\n`;
}

/** The mark that spreadsheets need before CSV to read it as UTF-8. */
export const byteOrderMark = '\uFEFF';
