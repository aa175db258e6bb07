/** Writes audits to files and imports them. Uses no browser API, so it runs in a worker. */

import type { OnProgress } from '../audits/api/on-progress.ts';
import type { AuditFormat } from '../audits/audit-format.ts';
import type { BulkAudit } from '../audits/bulk-audit.ts';
import type { Entry } from '../audits/entry.ts';
import type { ImportFault } from '../audits/import-fault.ts';
import type { NoScreenshot } from '../audits/page-screenshot.ts';
import { createBlobBuilder } from '../export/blob-builder.ts';
import {
  type ChangeRow,
  changeColumns,
  type ExportColumn,
  numberColumns,
  numberRows,
  siteColumns,
} from '../export/columns.ts';
import { readDocument, writeDocument } from '../export/document.ts';
import type { EvidenceSite } from '../export/evidence.ts';
import { evidenceOf } from '../export/evidence-blob.ts';
import { fileName } from '../export/file-name.ts';
import type { Tool } from '../export/tool.ts';
import { workbookType, writeWorkbook } from '../export/workbook.ts';
import { csvHead, csvRows } from '../export/write-csv.ts';
import { importAudit } from '../store/audits.ts';
import { readChanges } from '../store/changes.ts';
import { StoreFullError } from '../store/database.ts';
import { readEntryReport, readEntryScreenshot } from '../store/entries.ts';
import { readEntriesAt, readReportsAt } from '../store/entries-at-places.ts';
import type { ReportTexts } from '../texts/report-texts.ts';
import { readTextFile } from './text-file.ts';

/** A file of an audit. `cutCells`: how many cells were cut, and marked so, because they exceed the format's limit. */
export type AuditFile = { name: string; content: Blob; cutCells: number };

const csvType = 'text/csv;charset=utf-8';

/** How the name of a file ends, after the audit's name and the day. */
const ends: Record<AuditFormat, string> = {
  'csv-sites': 'sites.csv',
  'csv-numbers': 'numbers.csv',
  'csv-changes': 'changes.csv',
  xlsx: 'sites.xlsx',
  json: 'audit.json',
  evidence: 'evidence.html',
};

/** Writes the entries of an audit at some places, in their order, as a file. They are read from the store as they are written. */
export async function writeAuditFile(
  format: AuditFormat,
  audit: BulkAudit,
  places: readonly number[],
  { words, tool, now }: { words: ReportTexts; tool: Tool; now: Date },
  onProgress: OnProgress,
): Promise<AuditFile> {
  const name = fileName(audit.name, now, ends[format]);
  const all = format === 'json' ? places.length * 2 : places.length;
  let done = 0;
  const step = (count: number): void => {
    done += count;
    onProgress(done, all);
  };
  async function* entries(): AsyncGenerator<Entry[]> {
    for await (const part of readEntriesAt(audit.id, places)) {
      yield part;
      step(part.length);
    }
  }
  async function csv<Row>(
    columns: readonly ExportColumn<Row>[],
    rows: (part: Entry[]) => Row[] | Promise<Row[]>,
  ): Promise<AuditFile> {
    const file = createBlobBuilder(csvType);
    file.add(csvHead(columns, words));
    for await (const part of entries()) file.add(csvRows(columns, await rows(part), words));
    return { name, content: file.end(), cutCells: 0 };
  }

  switch (format) {
    case 'csv-sites':
      return csv(siteColumns, (part) => part);
    case 'csv-numbers':
      return csv(numberColumns, numberRows);
    case 'csv-changes':
      return csv(changeColumns, changeRows);
    case 'xlsx': {
      const file = createBlobBuilder(workbookType);
      const { cutCells } = await writeWorkbook(entries(), changeRows, words, file.add);
      return { name, content: file.end(), cutCells };
    }
    case 'json': {
      const file = createBlobBuilder('application/json');
      const documentHead = { exportedAt: now.toISOString(), tool, audit };
      for await (const piece of writeDocument(documentHead, entries(), reportsOf(audit.id, places, step)))
        file.add(piece);
      return { name, content: file.end(), cutCells: 0 };
    }
    case 'evidence': {
      const sites: EvidenceSite[] = [];
      let waiting = 0;
      // An imported audit has none.
      const none: NoScreenshot = audit.options.screenshots === true ? 'file' : 'not-asked';
      for await (const part of entries()) {
        for (const { place, asked, readAt, ending, finalUrl, further } of part) {
          if (readAt === null) {
            waiting++;
            continue;
          }
          const report = await readEntryReport(audit.id, place);
          const screenshot = (await readEntryScreenshot(audit.id, place)) ?? { none };
          sites.push({ asked, readAt, ending, finalUrl, further, report, screenshot });
        }
      }
      return { name, content: await evidenceOf(sites, waiting, tool, words, now), cutCells: 0 };
    }
  }
}

/** The changes of some entries since their reports before, one row each. */
async function changeRows(entries: readonly Entry[]): Promise<ChangeRow[]> {
  return (await readChanges(entries)).flatMap(({ entry: { finalUrl, address }, olderAt, newerAt, changes }) =>
    changes.map((change) => ({ address: finalUrl ?? address, olderAt, newerAt, change })),
  );
}

async function* reportsOf(audit: string, places: readonly number[], step: (count: number) => void) {
  for await (const part of readReportsAt(audit, places)) {
    yield part;
    step(part.length);
  }
}

/** The result of an import. */
export type Imported = { ok: true; audit: BulkAudit } | { ok: false; fault: ImportFault };

/**
 * Imports an audit from a file, as a new audit with a new id, even where the store already has it. An audit that was running is
 * imported as paused. Imports all of it or nothing.
 */
export async function readAuditFile(file: Blob, onProgress: OnProgress = () => {}): Promise<Imported> {
  const text = await readTextFile(file);
  if (text === null) return { ok: false, fault: { fault: 'too-large' } };
  const read = readDocument(text);
  if (!read.ok) return { ok: false, fault: read };
  const { audit, entries, reports } = read.document;
  const id = crypto.randomUUID();
  const copy: BulkAudit = {
    ...audit,
    id,
    size: entries.length,
    state: audit.state === 'running' ? 'paused' : audit.state,
  };
  for (const entry of entries) entry.audit = id;
  try {
    await importAudit(copy, entries, reports, (count) => onProgress(count, entries.length + reports.length));
  } catch (error) {
    if (error instanceof StoreFullError) return { ok: false, fault: { fault: 'full' } };
    throw error;
  }
  return { ok: true, audit: copy };
}
