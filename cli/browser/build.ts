import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'wxt';
import { temporaryFolder } from './temporary-folder.ts';

/** The root of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** The folder for the builds of `npm run build` and of the end-to-end tests. */
export const outputFolder = join(root, '.output');

/**
 * Builds the extension and returns the folder to load. Prints nothing unless the build fails. Then its output goes to standard
 * error, and the promise is rejected.
 */
export async function buildExtension(browser: 'chrome' | 'firefox', outDir = outputFolder): Promise<string> {
  const buildOutput: unknown[] = [];
  const keepOutput = (...words: unknown[]): void => {
    for (const word of words) buildOutput.push(word);
  };
  const logger = {
    level: 3,
    debug: () => {},
    log: keepOutput,
    info: keepOutput,
    warn: keepOutput,
    error: keepOutput,
    fatal: keepOutput,
    success: keepOutput,
  };
  // The progress display bypasses the logger.
  const { write } = process.stderr;
  process.stderr.write = (text) => buildOutput.push(text) > 0;
  try {
    await build({ root, browser, outDir, logger });
  } catch (error) {
    process.stderr.write = write;
    for (const word of buildOutput) console.error(word);
    throw error;
  } finally {
    process.stderr.write = write;
  }
  return join(outDir, `${browser}-mv3`);
}

/**
 * Builds the extension for this process alone, in a folder that is removed when the process ends. With a shared folder, commands
 * that run at the same time would replace the files that another's browser has loaded. Every user may read the folder, because
 * the browser may run as another user.
 */
export async function buildToTemporaryFolder(browser: 'chrome' | 'firefox'): Promise<string> {
  const folder = temporaryFolder('build');
  const built = await buildExtension(browser, folder);
  chmodSync(folder, 0o755);
  for (const entry of [
    built,
    ...readdirSync(built, { recursive: true, encoding: 'utf8' }).map((name) => join(built, name)),
  ])
    chmodSync(entry, statSync(entry).isDirectory() ? 0o755 : 0o644);
  return built;
}
