import type { Words } from '../texts/export-texts.ts';
import { createBlobBuilder } from './blob-builder.ts';
import { type EvidenceSite, writeEvidence } from './evidence.ts';
import type { Tool } from './tool.ts';

/**
 * The evidence report of some sites, as a file's content; so many more are still to be read. Knows no browser API, so that
 * workers can write one.
 */
export async function evidenceOf(
  sites: readonly EvidenceSite[],
  waiting: number,
  tool: Tool,
  words: Words,
  now: Date,
): Promise<Blob> {
  const frame = {
    madeAt: now.toISOString(),
    tool,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // Dates count from here to UTC, people the other way.
    offsetMinutes: (time: Date) => -time.getTimezoneOffset(),
    waiting,
  };
  const file = createBlobBuilder('text/html;charset=utf-8');
  for await (const piece of writeEvidence(sites, frame, words)) file.add(piece);
  return file.end();
}
