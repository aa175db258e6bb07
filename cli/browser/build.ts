import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'wxt';
import { temporaryFolder } from './temporary-folder.ts';

/** The root of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** Where `npm run build` and the end-to-end tests have their builds. */
export const outputFolder = join(root, '.output');

/**
 * Builds the extension and gives the folder to load. Quiet, unless the build fails: then what it said goes to standard
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
  // Its progress display writes past the logger.
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
 * Builds the extension for this process alone, in a folder that goes when the process ends: commands that run at the
 * same time in one checkout would pull the files from under each other's browsers. Every user may read it, for a browser may
 * be started as another.
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
