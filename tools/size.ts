/**
 * `npm run size`: the size of the content script in the extension that was built last for Chromium, and its limit, as one JSON
 * line. Exit status 1 where it is larger.
 */
import { join } from 'node:path';
import { root } from '../cli/browser/build.ts';
import { maxScriptBytes, scriptSize } from './script-size.ts';

const { gzipBytes } = scriptSize(join(root, '.output/chrome-mv3'));
console.log(JSON.stringify({ script: 'content-scripts/scan.js', gzipBytes, maxBytes: maxScriptBytes }));
if (gzipBytes > maxScriptBytes) {
  console.error(`The content script has ${gzipBytes} bytes after gzip, more than ${maxScriptBytes}.`);
  process.exitCode = 1;
}
