import type { Entry } from '../audits/entry.ts';
import type { ReportTexts } from '../texts/report-texts.ts';
import { type ChangeRow, changeColumns, numberColumns, numberRows, siteColumns } from './columns.ts';
import { openWorkbook } from './write-xlsx.ts';

/** The media type of the file that `writeWorkbook` writes. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes an audit as a spreadsheet: its sites, their numbers, and the sites' changes. `changesOf` gives the changes of those
 * entries whose site has a previous report. Entries come in batches. `take` gets the file's bytes as they are made. `cutCells`:
 * how many cells were cut because they held more than a spreadsheet takes; each says so, and the JSON export holds them in
 * full.
 */
export async function writeWorkbook(
  entries: AsyncIterable<readonly Entry[]> | Iterable<readonly Entry[]>,
  changesOf: ((entries: readonly Entry[]) => Promise<readonly ChangeRow[]>) | null,
  words: ReportTexts,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<{ cutCells: number }> {
  const { t } = words;
  const workbook = openWorkbook(words, take);
  const addSites = workbook.table(t('report_sheet_sites'), siteColumns);
  const addNumbers = workbook.table(t('report_sheet_numbers'), numberColumns);
  let addChanges: ((rows: readonly ChangeRow[]) => void) | null = null;
  for await (const part of entries) {
    addSites(part);
    addNumbers(numberRows(part));
    if (changesOf === null || part.every(({ changes }) => changes === undefined)) continue;
    addChanges ??= workbook.table(t('report_sheet_changes'), changeColumns);
    addChanges(await changesOf(part));
  }
  return workbook.end();
}
