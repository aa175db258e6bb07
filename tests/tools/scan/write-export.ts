/** What a run has read, as a file: in the formats, columns and words of the workspace. */
import { createWriteStream } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BulkAudit } from '../../../lib/audit/bulk-audit.ts';
import type { Entry } from '../../../lib/audit/entry.ts';
import type { SiteReport } from '../../../lib/audit/site-report.ts';
import { siteColumns } from '../../../lib/report/columns.ts';
import { documentFormat, documentVersion } from '../../../lib/report/document-schema.ts';
import { writeWorkbook } from '../../../lib/report/workbook.ts';
import { writeCsv } from '../../../lib/report/write-csv.ts';
import type { Words } from '../../../lib/words/words.ts';
import { explainFailure } from '../explain-failure.ts';
import type { Outcome } from './page-result.ts';
import type { FileFormat } from './scan-order.ts';

/** A site of an export: the line of the audit, its report, and what is printed of it. */
export type ExportedSite = { entry: Entry; report: SiteReport | null; outcome: Outcome };

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
 * Writes an export. The file appears when it is whole; one of its name is replaced. Sites pass through one at a time, but for
 * a spreadsheet, which holds the lines of all of them, without their reports. `cutCells`: see `writeWorkbook`; 0 for others.
 */
export async function writeExport(
  file: string,
  format: FileFormat,
  source: ExportSource,
  words: Words,
): Promise<{ cutCells: number }> {
  const unfinished = unfinishedOf(file);
  let cutCells = 0;
  try {
    if (format === 'xlsx') {
      const entries: Entry[] = [];
      for await (const { entry } of source.sites()) entries.push(entry);
      const workbook = await writeWorkbook(entries, null, words);
      cutCells = workbook.cutCells;
      await writeFile(unfinished, new Uint8Array(await workbook.file.arrayBuffer()));
    } else {
      await pipeline(Readable.from(piecesOf(format, source, words)), createWriteStream(unfinished));
    }
    await rename(unfinished, file);
    return { cutCells };
  } finally {
    await rm(unfinished, { force: true });
  }
}

function piecesOf(format: Exclude<FileFormat, 'xlsx'>, source: ExportSource, words: Words): AsyncIterable<string> {
  switch (format) {
    case 'csv':
      return csvOf(source, words);
    case 'json':
      return documentOf(source);
    case 'jsonl':
      return linesOf(source);
  }
}

async function* csvOf({ sites }: ExportSource, words: Words): AsyncGenerator<string> {
  const head = writeCsv(siteColumns, [], words);
  yield head;
  for await (const { entry } of sites()) yield writeCsv(siteColumns, [entry], words).slice(head.length);
}

/** The same text as `writeDocument` gives, in pieces: the whole may be longer than a text can be. */
async function* documentOf({ audit, tool, exportedAt, sites }: ExportSource): AsyncGenerator<string> {
  const head = JSON.stringify({ format: documentFormat, version: documentVersion, exportedAt, tool, audit });
  yield `${head.slice(0, -1)},"entries":[`;
  let between = '';
  for await (const { entry } of sites()) {
    yield between + JSON.stringify(entry);
    between = ',';
  }
  yield '],"reports":[';
  between = '';
  for await (const { entry, report } of sites()) {
    if (report === null) continue;
    yield between + JSON.stringify({ place: entry.place, report });
    between = ',';
  }
  yield ']}';
}

async function* linesOf({ sites }: ExportSource): AsyncGenerator<string> {
  for await (const { outcome } of sites()) yield `${JSON.stringify(outcome)}\n`;
}
