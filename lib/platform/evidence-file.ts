/** Evidence reports as files. */
import type { MaybePicture } from '../audit/page-picture.ts';
import type { SiteReport } from '../audit/site-report.ts';
import { type EvidenceSite, writeEvidence } from '../report/evidence.ts';
import type { Words } from '../words/words.ts';
import { fileName, toolHere } from './file-name.ts';

/** The evidence report of one report, such as of a visit, with a picture of its page or why there is none. */
export async function writeEvidenceFile(
  report: SiteReport,
  readAt: string,
  picture: MaybePicture,
  words: Words,
  now: Date,
): Promise<{ name: string; content: Blob }> {
  const content = await evidenceOf([{ asked: report.url, readAt, report, picture }], words, now);
  return { name: fileName(new URL(report.url).hostname, now, 'evidence.html'), content };
}

/** The evidence report of some sites, as a file's content. */
export async function evidenceOf(sites: readonly EvidenceSite[], words: Words, now: Date): Promise<Blob> {
  const frame = {
    madeAt: now.toISOString(),
    tool: toolHere(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // Dates count from here to UTC, people the other way.
    offsetMinutes: (time: Date) => -time.getTimezoneOffset(),
  };
  const pieces: Blob[] = [];
  // The browser may put the pieces on the disk.
  for await (const piece of writeEvidence(sites, frame, words)) pieces.push(new Blob([piece]));
  return new Blob(pieces, { type: 'text/html;charset=utf-8' });
}
