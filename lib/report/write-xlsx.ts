/**
 * Spreadsheets written as they are read: rows go into the archive as they come, so that a file of any size takes the same
 * memory.
 *
 * Why not a library: those that run in browsers hold every cell, and each sheet as one text, before they pack it
 * (write-excel-file 4.1.1, exceljs 4.4.0), or stream a single table (hucre 1.0.0).
 */
import { strToU8, Zip, ZipDeflate } from 'fflate/browser';
import type { Words } from '../words/words.ts';
import type { Column, Value } from './columns.ts';
import { writable } from './writable.ts';
import { escapeXml, packageParts, type SheetTab, sheetEnd, sheetPath, sheetStart, styles } from './xlsx-parts.ts';

/** What a spreadsheet takes, after Microsoft's "Excel specifications and limits". */
const maxSheetRows = 1_048_576;
const maxCellChars = 32_767;
const maxSheetNameChars = 31;
/** An archive of the plain sort takes 4 GiB a file, and a character may take three bytes. */
const maxSheetChars = 1_000_000_000;
/** How much of a sheet is packed at a time, in characters. */
const packedChars = 64 * 1024;

/** A spreadsheet that is being written. */
export type Workbook = {
  /**
   * Begins a table, and gives a function that adds rows to it: with a header that stays in sight, dates as dates, counts as
   * numbers, all else as text, so that nothing is run as a formula. More rows than a sheet takes go on in another sheet.
   */
  table: <Row>(name: string, columns: readonly Column<Row>[]) => (rows: readonly Row[]) => void;
  /** Ends the file. `cutCells`: how many cells held more than a spreadsheet takes and were cut, which each of them says. */
  end: () => { cutCells: number };
};

/**
 * Begins a spreadsheet, whose bytes `take` gets as they are made. Tables may be filled in turns; what is told of one before
 * that is ended waits, packed. `limits`: rows, header included, and characters of a sheet.
 */
export function openWorkbook(
  words: Words,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
  limits = { rows: maxSheetRows, chars: maxSheetChars },
): Workbook {
  let cutCells = 0;
  let sheets = 0;
  const tables: { tabs: SheetTab[]; end: () => void }[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    take(piece);
  });

  const cell = (value: Value, column: string, row: number): string => {
    if (value === null) return '';
    if (value instanceof Date) return `<c r="${column}${row}" s="${styles.moment}"><v>${serialOf(value)}</v></c>`;
    if (typeof value === 'number') return `<c r="${column}${row}"><v>${value}</v></c>`;
    return textCell(shortened(writable(value)), column, row, styles.plain);
  };
  const shortened = (text: string): string => {
    if (text.length <= maxCellChars) return escapeText(text);
    cutCells++;
    const remark = words.t('report_cut', text.length);
    return escapeText(wholeCharacters(text.slice(0, maxCellChars - remark.length))) + remark;
  };

  return {
    table(name, columns) {
      const letters = columns.map((_, index) => columnLetters(index));
      const tabs: SheetTab[] = [];
      const begin = () => {
        const id = ++sheets;
        tabs.push({ id, name: sheetName(name, tabs.length + 1) });
        return openSheet(zip, id, columns, letters, words);
      };
      let sheet = begin();
      tables.push({ tabs, end: () => sheet.end() });
      return (rows) => {
        for (const each of rows) {
          if (sheet.rows() >= limits.rows || sheet.chars() >= limits.chars) {
            sheet.end();
            sheet = begin();
          }
          const row = sheet.rows() + 1;
          const cells = columns.map((column, index) => cell(column.value(each, words), letters[index] ?? '', row));
          sheet.add(cells.join(''));
        }
      };
    },
    end() {
      for (const { end } of tables) end();
      for (const [path, text] of Object.entries(packageParts(tables.flatMap(({ tabs }) => tabs)))) {
        const part = new ZipDeflate(path);
        zip.add(part);
        part.push(strToU8(text), true);
      }
      zip.end();
      return { cutCells };
    },
  };
}

/** Begins a sheet with its header. */
function openSheet<Row>(
  zip: Zip,
  id: number,
  columns: readonly Column<Row>[],
  letters: readonly string[],
  words: Words,
) {
  const file = new ZipDeflate(sheetPath(id));
  zip.add(file);
  let [rows, chars] = [0, 0];
  let text = sheetStart(columns.map(({ width }) => width));
  const pack = (isLast: boolean): void => {
    file.push(strToU8(text), isLast);
    text = '';
  };
  const add = (cells: string): void => {
    rows++;
    const row = `<row r="${rows}">${cells}</row>`;
    chars += row.length;
    text += row;
    if (text.length >= packedChars) pack(false);
  };
  const headers = columns.map(({ header }, index) =>
    textCell(escapeText(words.t(header)), letters[index] ?? '', 1, styles.header),
  );
  add(headers.join(''));
  return {
    add,
    rows: () => rows,
    chars: () => chars,
    end() {
      text += sheetEnd;
      pack(true);
    },
  };
}

/** Text in its own cell: a table of all texts of a file would have to be held until its end. */
function textCell(text: string, column: string, row: number, style: number): string {
  const styled = style === styles.plain ? '' : ` s="${style}"`;
  return `<c r="${column}${row}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Days since 30 December 1899, which is how spreadsheets count; in UTC. */
function serialOf(moment: Date): number {
  return moment.getTime() / 86_400_000 + 25_569;
}

/** `A` for the first column, `AA` for the 27th. */
function columnLetters(index: number): string {
  const above = Math.floor(index / 26);
  return (above === 0 ? '' : columnLetters(above - 1)) + String.fromCharCode(65 + (index % 26));
}

/** Sheets bear no `\ / ? * [ ] :` in their names. */
function sheetName(name: string, number: number): string {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ');
  const end = number === 1 ? '' : ` (${number})`;
  return plain.slice(0, maxSheetNameChars - end.length).trimEnd() + end;
}

/** `_x0041_` is how the format writes the character A (ECMA-376 part 1, 22.9.2.19): a text that reads so is not one. */
function escapeText(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/** Without half a character at the end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
