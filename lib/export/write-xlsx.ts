/**
 * Writes spreadsheets while their rows are read: rows go into the archive as they come, so that the cells of a large file are
 * not all held in memory.
 *
 * Why excelts: of the maintained libraries that write spreadsheets in browsers it alone streams several tables
 * (write-excel-file and exceljs 4.4.0 hold every cell there, hucre 1.0.0 streams a single table). Its later versions need Node
 * 22.
 */
import { WorkbookWriter } from '@cj-tech-master/excelts';
import type { ReportTexts } from '../texts/report-texts.ts';
import type { ExportColumn, Value } from './columns.ts';
import { writable } from './writable.ts';

/** The limits of a spreadsheet, after Microsoft's "Excel specifications and limits". */
const maxSheetRows = 1_048_576;
const maxCellChars = 32_767;
const maxSheetNameChars = 31;
/** The plain archive format takes 4 GiB for each file, and a character may take three bytes. */
const maxSheetChars = 1_000_000_000;
/** The most that a cell takes beside its text: its reference, style and tags. */
const cellMarkupChars = 60;
/** Times are shown to the second. */
const momentFormat = 'yyyy\\-mm\\-dd\\ hh:mm:ss';

/** A spreadsheet that is being written. */
export type Workbook = {
  /**
   * Begins a table. Returns a function that adds rows to it. The table has a header that stays in sight. Dates are dates,
   * counts are numbers, and all else is text, so that nothing runs as a formula. Rows beyond a sheet's limit go on in another
   * sheet, which comes after the sheets that were begun before it.
   */
  table: <Row>(name: string, columns: readonly ExportColumn<Row>[]) => (rows: readonly Row[]) => void;
  /**
   * Ends the file. `cutCells`: how many cells were cut because they held more than a spreadsheet takes; each of them says so.
   */
  end: () => Promise<{ cutCells: number }>;
};

/**
 * Begins a spreadsheet. `take` gets its bytes as they are made; if it throws, `end` rejects with the same error. Tables may be
 * filled in turns: the rows of a later table are kept, packed, until the earlier one ends. `limits`: the most rows, header
 * included, and characters of a sheet.
 */
export function openWorkbook(
  words: ReportTexts,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
  limits = { rows: maxSheetRows, chars: maxSheetChars },
): Workbook {
  let cutCells = 0;
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({ write: take });
  const workbook = new WorkbookWriter({ stream, useStyles: true, creator: '', lastModifiedBy: '' });

  const cell = (value: Value): Value => (typeof value === 'string' ? shortened(writable(value)) : value);
  const shortened = (text: string): string => {
    if (text.length <= maxCellChars) return escapeText(text);
    cutCells++;
    const remark = words.t('report_cut', text.length);
    return escapeText(wholeCharacters(text.slice(0, maxCellChars - remark.length))) + remark;
  };

  return {
    table(name, columns) {
      let number = 0;
      const begin = (): Sheet => openSheet(workbook, sheetName(name, ++number), columns, words);
      let sheet = begin();
      return (rows) => {
        for (const row of rows) {
          if (sheet.rows() >= limits.rows || sheet.chars() >= limits.chars) {
            sheet.end();
            sheet = begin();
          }
          sheet.add(columns.map((column) => cell(column.value(row, words))));
        }
      };
    },
    async end() {
      // Ends every sheet that is still open.
      await workbook.commit();
      return { cutCells };
    },
  };
}

/** A sheet that is being written. `chars`: about how many characters it takes in its file. */
type Sheet = { add: (cells: readonly Value[]) => void; rows: () => number; chars: () => number; end: () => void };

/** Begins a sheet with its header. */
function openSheet<Row>(
  workbook: WorkbookWriter,
  name: string,
  columns: readonly ExportColumn<Row>[],
  words: ReportTexts,
): Sheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width, type }) => ({
    header: escapeText(words.t(header)),
    width,
    ...(type === 'date' && { style: { numFmt: momentFormat } }),
  }));
  const header = sheet.getRow(1);
  header.font = { bold: true };
  header.commit();
  let [rows, chars] = [1, 0];
  return {
    add(cells) {
      rows++;
      for (const value of cells) chars += cellMarkupChars + (typeof value === 'string' ? value.length : 0);
      sheet.addRow([...cells]).commit();
    },
    rows: () => rows,
    chars: () => chars,
    end: () => sheet.commit(),
  };
}

/** Names of sheets must not hold `\ / ? * [ ] :`. */
function sheetName(name: string, number: number): string {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ');
  const end = number === 1 ? '' : ` (${number})`;
  return plain.slice(0, maxSheetNameChars - end.length).trimEnd() + end;
}

/** The format writes the character A as `_x0041_` (ECMA-376 part 1, 22.9.2.19), so a text that reads like this is escaped. */
function escapeText(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/** Removes half a character at the end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
