import type { Entry } from '../audit/entry.ts';
import type { Words } from '../words/words.ts';
import { type ChangeRow, changeColumns, numberColumns, numberRows, siteColumns } from './columns.ts';
import { sheetsOf, writeXlsx } from './write-xlsx.ts';

/**
 * An audit as a spreadsheet: its sites, their numbers, and what changed on them where that is given. `cutCells`: how many
 * cells hold more than a spreadsheet takes and say so; the JSON export has them whole.
 */
export async function writeWorkbook(
  entries: readonly Entry[],
  changes: readonly ChangeRow[] | null,
  words: Words,
): Promise<{ file: Blob; cutCells: number }> {
  const { t } = words;
  const tables = [
    sheetsOf(t('report_sheet_sites'), siteColumns, entries, words),
    sheetsOf(t('report_sheet_numbers'), numberColumns, numberRows(entries), words),
    ...(changes === null ? [] : [sheetsOf(t('report_sheet_changes'), changeColumns, changes, words)]),
  ];
  const file = await writeXlsx(tables.flatMap(({ sheets }) => sheets));
  return { file, cutCells: tables.reduce((sum, { cutCells }) => sum + cutCells, 0) };
}
