/** Audits as files, and files as audits. */
import type { BulkAudit } from '../audit/bulk-audit.ts';
import type { Entry } from '../audit/entry.ts';
import type { NoPicture } from '../audit/page-picture.ts';
import type { SiteReport } from '../audit/site-report.ts';
import { numberColumns, numberRows, siteColumns } from '../report/columns.ts';
import { type DocumentFault, readDocument, writeDocument } from '../report/document.ts';
import type { EvidenceSite } from '../report/evidence.ts';
import { writeWorkbook } from '../report/workbook.ts';
import { writeCsv } from '../report/write-csv.ts';
import type { Words } from '../words/words.ts';
import { importAudit, readAuditReports, readEntryPicture, readEntryReport, StoreFullError } from './audit-store.ts';
import { evidenceOf } from './evidence-file.ts';
import { fileName, toolHere } from './file-name.ts';

/** What an audit can be written as. */
export type AuditFormat = 'csv-sites' | 'csv-numbers' | 'xlsx' | 'json' | 'evidence';

const csvType = 'text/csv;charset=utf-8';

/** Writes some entries of an audit as a file. Its name tells the audit, the day and what is in it. */
export async function writeAuditFile(
  format: AuditFormat,
  audit: BulkAudit,
  entries: readonly Entry[],
  words: Words,
  now: Date,
): Promise<{ name: string; content: Blob }> {
  const name = (what: string): string => fileName(audit.name, now, what);
  switch (format) {
    case 'csv-sites':
      return {
        name: name('sites.csv'),
        content: new Blob([writeCsv(siteColumns, entries, words)], { type: csvType }),
      };
    case 'csv-numbers':
      return {
        name: name('numbers.csv'),
        content: new Blob([writeCsv(numberColumns, numberRows(entries), words)], { type: csvType }),
      };
    case 'xlsx':
      return { name: name('sites.xlsx'), content: (await writeWorkbook(entries, null, words)).file };
    case 'json': {
      const places = new Set(entries.map(({ place }) => place));
      const reports = (await readAuditReports(audit.id)).filter(({ place }) => places.has(place));
      const text = writeDocument({
        exportedAt: now.toISOString(),
        tool: toolHere(),
        audit,
        entries: [...entries],
        reports,
      });
      return { name: name('audit.json'), content: new Blob([text], { type: 'application/json' }) };
    }
    case 'evidence': {
      const sites: EvidenceSite[] = [];
      // Those of a file are not in it.
      const none: NoPicture = audit.options.pictures === true ? 'file' : 'not-asked';
      for (const { place, asked, readAt } of entries) {
        const report = await readEntryReport(audit.id, place);
        if (report === null || readAt === null) continue;
        const picture = (await readEntryPicture(audit.id, place)) ?? { none };
        sites.push({ asked, readAt, report, picture });
      }
      return { name: name('evidence.html'), content: await evidenceOf(sites, words, now) };
    }
  }
}

/** What came of taking a file in. */
export type Imported = { ok: true; audit: BulkAudit } | { ok: false; fault: DocumentFault | { fault: 'full' } };

/** Takes an audit in from the text of a file, as a new one: it may be here already. One that was running is paused. */
export async function readAuditFile(text: string): Promise<Imported> {
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
  try {
    await importAudit(
      copy,
      entries.map((entry) => ({ ...entry, audit: id })),
      reports,
    );
  } catch (error) {
    if (error instanceof StoreFullError) return { ok: false, fault: { fault: 'full' } };
    throw error;
  }
  return { ok: true, audit: copy };
}
