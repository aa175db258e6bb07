import type { Words } from '../words/words.ts';
import type { Column, Value } from './columns.ts';
import { byteOrderMark, csvLines } from './csv.ts';
import { writable } from './writable.ts';

/**
 * A table as CSV for spreadsheets: UTF-8 with a mark of byte order, lines that end in CR LF, a header in the reader's
 * words. Dates are written as ISO 8601 in UTC; formulas are made text.
 */
export function writeCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], words: Words): string {
  const header = columns.map((column) => words.t(column.header));
  const lines = rows.map((row) => columns.map((column) => plain(column.value(row, words))));
  return byteOrderMark + csvLines([header, ...lines]);
}

function plain(value: Value): string | number | null {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? writable(value) : value;
}
