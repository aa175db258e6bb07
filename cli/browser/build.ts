import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'wxt';
import { scratchFolder } from './temporary-folder.ts';

/** The root of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** Where `npm run build` and the end-to-end tests have their builds. */
export const outputFolder = join(root, '.output');

/**
 * Builds the extension and gives the folder to load. Quiet, unless the build fails: then what it said goes to standard
 * error, and the promise is rejected.
 */
export async function buildExtension(browser: 'chrome' | 'firefox', outDir = outputFolder): Promise<string> {
  const said: unknown[] = [];
  const note = (...words: unknown[]): void => {
    for (const word of words) said.push(word);
  };
  const logger = {
    level: 3,
    debug: () => {},
    log: note,
    info: note,
    warn: note,
    error: note,
    fatal: note,
    success: note,
  };
  // Its progress display writes past the logger.
  const { write } = process.stderr;
  process.stderr.write = (text) => said.push(text) > 0;
  try {
    await build({ root, browser, outDir, logger });
  } catch (error) {
    process.stderr.write = write;
    for (const word of said) console.error(word);
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
export async function buildPrivately(browser: 'chrome' | 'firefox'): Promise<string> {
  const folder = scratchFolder('build');
  const built = await buildExtension(browser, folder);
  chmodSync(folder, 0o755);
  for (const entry of [
    built,
    ...readdirSync(built, { recursive: true, encoding: 'utf8' }).map((name) => join(built, name)),
  ])
    chmodSync(entry, statSync(entry).isDirectory() ? 0o755 : 0o644);
  return built;
}
