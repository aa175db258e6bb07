import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the content script may weigh after `gzip -9`, in bytes: every page of the web that people open gets it. */
export const maxScriptBytes = 6500;

/** The size of the content script in the folder of a built extension, in bytes: as it is, and after `gzip -9`. */
export function scriptSize(extension: string): { bytes: number; gzipBytes: number } {
  const script = readFileSync(join(extension, 'content-scripts/scan.js'));
  return { bytes: script.length, gzipBytes: gzipSync(script, { level: 9 }).length };
}
