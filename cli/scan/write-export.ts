/** Writes the results of a run to a file, with the formats, columns and texts of the workspace. */

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
import { explainFailure } from '../output/explain-failure.ts';
import type { PrintedPage } from './page-result.ts';
import type { FileFormat } from './scan-options.ts';

/** A site of an export: its entry in the audit, its report, and its printed form. */
export type ExportedSite = { entry: Entry; report: SiteReport | null; outcome: PrintedPage };

/** The data of an export. `sites` may be called several times. It yields the sites one at a time, in order. */
export type ExportSource = {
  audit: BulkAudit;
  tool: { name: string; version: string };
  exportedAt: string;
  sites: () => AsyncIterable<ExportedSite>;
};

/** Why an export cannot be written to a file, as a sentence. Null if it can. Called before a run, which may take hours. */
export async function outputFault(file: string): Promise<string | null> {
  try {
    await writeFile(partialFileOf(file), '');
    await rm(partialFileOf(file));
    return (await stat(file).catch(() => null))?.isDirectory() ? `${file} is a folder.` : null;
  } catch (error) {
    return `${file} cannot be written: ${explainFailure(error)}`;
  }
}

/** The file that an export is written to until it is complete. */
function partialFileOf(file: string): string {
  return `${file}.part`;
}

/**
 * Writes an export. The file appears when it is complete, and replaces an existing one. Sites are processed one at a time, but the
 * compressed data of a spreadsheet stays in memory until it is complete. `cutCells`: as in `writeWorkbook`; 0 for other formats.
 */
export async function writeExport(
  file: string,
  format: FileFormat,
  source: ExportSource,
  words: ReportTexts,
): Promise<{ cutCells: number }> {
  const unfinished = partialFileOf(file);
  let cutCells = 0;
  try {
    if (format === 'xlsx') {
      const entries = eachAlone(source, ({ entry }) => entry);
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
  for await (const part of eachAlone(source, ({ entry }) => entry)) yield csvRows(siteColumns, part, words);
}

function documentOf(source: ExportSource): AsyncIterable<string> {
  const entries = eachAlone(source, ({ entry }) => entry);
  const reports = eachAlone(source, ({ entry: { place }, report }) => (report === null ? null : { place, report }));
  return writeDocument(source, entries, reports);
}

/** Maps the sites, one at a time. Sites that map to null are skipped. */
async function* eachAlone<Item>(
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
