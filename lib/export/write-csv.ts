import type { ReportTexts } from '../texts/report-texts.ts';
import type { ExportColumn, Value } from './columns.ts';
import { byteOrderMark, csvLines } from './csv.ts';

/**
 * The beginning of a table as CSV for spreadsheets: a byte order mark, because it is UTF-8, and a header in the reader's
 * language. `csvRows` gives the rest.
 */
export function csvHead<Row>(columns: readonly ExportColumn<Row>[], words: ReportTexts): string {
  return byteOrderMark + csvLines([columns.map((column) => words.t(column.header))]);
}

/** Rows of a table as CSV, with lines that end in CR LF. Dates are ISO 8601 in UTC; formulas become text. */
export function csvRows<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[], words: ReportTexts): string {
  return csvLines(rows.map((row) => columns.map((column) => plain(column.value(row, words)))));
}

function plain(value: Value): string | number | null {
  return value instanceof Date ? value.toISOString() : value;
}
