import papaparse from 'papaparse';
import { writable } from './writable.ts';

/** What a cell of CSV may hold. */
export type CsvCell = string | number | boolean | null;

/**
 * What a spreadsheet may run as a formula, also behind white space and characters that nobody sees, and in the full-width
 * signs that Chinese versions take for the plain ones.
 *
 * Why not papaparse's own: it knows neither those, nor cells that begin so and go on in another line (5.7.1).
 */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u;

/**
 * Lines of CSV (RFC 4180), each with its line end. What nobody sees in a text is named; see `writable`. A cell that a spreadsheet would run as a formula gets an apostrophe in
 * front, which spreadsheets show as text: pages choose what stands in it.
 */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  if (rows.length === 0) return '';
  const lines = papaparse.unparse(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? writable(cell) : cell))),
    { newline: '\r\n', escapeFormulae: formula },
  );
  return `${lines}\r\n`;
}

/** What spreadsheets need in front of CSV to read it as UTF-8. */
export const byteOrderMark = '\uFEFF';
