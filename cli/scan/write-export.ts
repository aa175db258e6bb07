/** What a run has read, as a file: in the formats, columns and words of the workspace. */

import { createWriteStream } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BulkAudit } from '../../lib/audits/bulk-audit.ts';
import type { Entry } from '../../lib/audits/entry.ts';
import type { SiteReport } from '../../lib/checks/site-report.ts';
import { siteColumns } from '../../lib/export/columns.ts';
import { writeDocument } from '../../lib/export/document.ts';
import { jsonText } from '../../lib/export/json-text.ts';
import { writeWorkbook } from '../../lib/export/workbook.ts';
import { csvHead, csvRows } from '../../lib/export/write-csv.ts';
import type { ReportTexts } from '../../lib/texts/report-texts.ts';
import { explainFailure } from '../explain-failure.ts';
import type { PrintedPage } from './page-result.ts';
import type { FileFormat } from './scan-options.ts';

/** A site of an export: the line of the audit, its report, and what is printed of it. */
export type ExportedSite = { entry: Entry; report: SiteReport | null; outcome: PrintedPage };

/** What is exported. `sites` may be gone through more than once; each time it gives them one by one, in their order. */
export type ExportSource = {
  audit: BulkAudit;
  tool: { name: string; version: string };
  exportedAt: string;
  sites: () => AsyncIterable<ExportedSite>;
};

/** Why no export can be written to a file, in a sentence; null where one can. Better known before hours of reading. */
export async function faultOfOutput(file: string): Promise<string | null> {
  try {
    await writeFile(unfinishedOf(file), '');
    await rm(unfinishedOf(file));
    return (await stat(file).catch(() => null))?.isDirectory() ? `${file} is a folder.` : null;
  } catch (error) {
    return `${file} cannot be written: ${explainFailure(error)}`;
  }
}

/** Where an export is written until it is whole. */
function unfinishedOf(file: string): string {
  return `${file}.part`;
}

/**
 * Writes an export. The file appears when it is whole; one of its name is replaced. Sites pass through one at a time;
 * of a spreadsheet, what is packed is held until it is whole. `cutCells`: see `writeWorkbook`; 0 for others.
 */
export async function writeExport(
  file: string,
  format: FileFormat,
  source: ExportSource,
  words: ReportTexts,
): Promise<{ cutCells: number }> {
  const unfinished = unfinishedOf(file);
  let cutCells = 0;
  try {
    if (format === 'xlsx') {
      const entries = partsOf(source, ({ entry }) => entry);
      const pieces: Uint8Array[] = [];
      ({ cutCells } = await writeWorkbook(entries, null, words, (piece) => pieces.push(piece)));
      await writeFile(unfinished, pieces);
    } else {
      await pipeline(Readable.from(piecesOf(format, source, words)), createWriteStream(unfinished));
    }
    await rename(unfinished, file);
    return { cutCells };
  } finally {
    await rm(unfinished, { force: true });
  }
}

function piecesOf(
  format: Exclude<FileFormat, 'xlsx'>,
  source: ExportSource,
  words: ReportTexts,
): AsyncIterable<string> {
  switch (format) {
    case 'csv':
      return csvOf(source, words);
    case 'json':
      return documentOf(source);
    case 'jsonl':
      return linesOf(source);
  }
}

async function* csvOf(source: ExportSource, words: ReportTexts): AsyncGenerator<string> {
  yield csvHead(siteColumns, words);
  for await (const part of partsOf(source, ({ entry }) => entry)) yield csvRows(siteColumns, part, words);
}

function documentOf(source: ExportSource): AsyncIterable<string> {
  const entries = partsOf(source, ({ entry }) => entry);
  const reports = partsOf(source, ({ entry: { place }, report }) => (report === null ? null : { place, report }));
  return writeDocument(source, entries, reports);
}

/** Something of each site that has it, one at a time. */
async function* partsOf<Item>(
  { sites }: ExportSource,
  of: (site: ExportedSite) => Item | null,
): AsyncGenerator<Item[]> {
  for await (const site of sites()) {
    const item = of(site);
    if (item !== null) yield [item];
  }
}

async function* linesOf({ sites }: ExportSource): AsyncGenerator<string> {
  for await (const { outcome } of sites()) yield `${jsonText(outcome)}\n`;
}
