import writeExcelFile, { type Cell, type Row as SheetRow } from 'write-excel-file/universal';
import type { Words } from '../words/words.ts';
import type { Column, Value } from './columns.ts';
import { writable } from './writable.ts';

/** What a spreadsheet takes, after Microsoft's "Excel specifications and limits". */
const maxSheetRows = 1_048_576;
const maxCellChars = 32_767;
const maxSheetNameChars = 31;

/** A sheet: its name, the widths of its columns in characters, and its rows with the header first. */
export type Sheet = { name: string; columns: { width: number }[]; data: SheetRow[] };

/**
 * Makes a table the sheets of a spreadsheet: with a header, dates as dates, counts as numbers, all else as text, so that
 * nothing is run as a formula. More rows than a sheet takes (`maxRows`, header included) go on in another sheet. `cutCells`:
 * how many cells hold more than a spreadsheet takes and were cut, which each of them says.
 */
export function sheetsOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  words: Words,
  maxRows: number = maxSheetRows,
): { sheets: Sheet[]; cutCells: number } {
  let cutCells = 0;
  const toCell = (value: Value): Cell => {
    if (value === null) return null;
    if (value instanceof Date) return { type: Date, value, format: 'yyyy-mm-dd hh:mm:ss' };
    if (typeof value === 'number') return { type: Number, value };
    const text = writable(value);
    if (text.length <= maxCellChars) return { type: String, value: escapeText(text) };
    cutCells++;
    const remark = words.t('report_cut', text.length);
    return { type: String, value: escapeText(wholeCharacters(text.slice(0, maxCellChars - remark.length))) + remark };
  };
  const header = columns.map((column): Cell => ({ type: String, value: words.t(column.header), fontWeight: 'bold' }));
  const sheets: Sheet[] = [];
  for (let from = 0; from === 0 || from < rows.length; from += maxRows - 1) {
    const data = rows
      .slice(from, from + maxRows - 1)
      .map((row) => columns.map((column) => toCell(column.value(row, words))));
    const number = sheets.length + 1;
    sheets.push({
      name: sheetName(name, number),
      columns: columns.map(({ width }) => ({ width })),
      data: [header, ...data],
    });
  }
  return { sheets, cutCells };
}

/** Writes sheets into one file. Their headers stay in sight. */
export function writeXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  return writeExcelFile(
    sheets.map(({ name, columns, data }) => ({ sheet: name, columns, data, stickyRowsCount: 1 })),
  ).toBlob();
}

/** Sheets bear no `\ / ? * [ ] :` in their names. */
function sheetName(name: string, number: number): string {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ');
  const end = number === 1 ? '' : ` (${number})`;
  return plain.slice(0, maxSheetNameChars - end.length).trimEnd() + end;
}

/** `_x0041_` is how the format writes the character A (ECMA-376 part 1, 22.9.2.19): a text that reads so is not one. */
function escapeText(text: string): string {
  return text.replace(/_x(?=[\da-f]{4}_)/gi, '_x005F_x');
}

/** Without half a character at the end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
