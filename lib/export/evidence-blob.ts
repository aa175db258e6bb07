import type { ReportTexts } from '../texts/report-texts.ts';
import { createBlobBuilder } from './blob-builder.ts';
import { type EvidenceSite, writeEvidence } from './evidence.ts';
import type { Tool } from './tool.ts';

/**
 * The evidence report of some sites, as the content of a file. `waiting`: how many more are not read yet. It uses no browser
 * API, so that a worker can write it.
 */
export async function evidenceOf(
  sites: readonly EvidenceSite[],
  waiting: number,
  tool: Tool,
  words: ReportTexts,
  now: Date,
): Promise<Blob> {
  const frame = {
    madeAt: now.toISOString(),
    tool,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // `getTimezoneOffset` gives the minutes from local time to UTC; the report needs the opposite.
    offsetMinutes: (time: Date) => -time.getTimezoneOffset(),
    waiting,
  };
  const file = createBlobBuilder('text/html;charset=utf-8');
  for await (const piece of writeEvidence(sites, frame, words)) file.add(piece);
  return file.end();
}
