import type { Entry } from '../audit/entry.ts';
import type { Words } from '../words/words.ts';
import { type ChangeRow, changeColumns, numberColumns, numberRows, siteColumns } from './columns.ts';
import { openWorkbook } from './write-xlsx.ts';

/** The type of the file that `writeWorkbook` writes. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes an audit as a spreadsheet: its sites, their numbers, and what changed on them where that is given. Entries come some
 * at a time, and `take` gets the file's bytes as they are made. `cutCells`: how many cells hold more than a spreadsheet takes
 * and say so; the JSON export has them whole.
 */
export async function writeWorkbook(
  entries: AsyncIterable<readonly Entry[]> | Iterable<readonly Entry[]>,
  changes: readonly ChangeRow[] | null,
  words: Words,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<{ cutCells: number }> {
  const { t } = words;
  const workbook = openWorkbook(words, take);
  const addSites = workbook.table(t('report_sheet_sites'), siteColumns);
  const addNumbers = workbook.table(t('report_sheet_numbers'), numberColumns);
  const addChanges = changes === null ? null : workbook.table(t('report_sheet_changes'), changeColumns);
  for await (const part of entries) {
    addSites(part);
    addNumbers(numberRows(part));
  }
  addChanges?.(changes ?? []);
  return workbook.end();
}
