import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputFolder } from '../../cli/browser/build.ts';

/** The folder of a build, which a browser can load. */
export const buildOf = (browser: 'chrome' | 'firefox'): string => join(outputFolder, `${browser}-mv3`);

/** The manifest keys that tests check. */
type Manifest = Record<'action' | 'permissions' | 'content_scripts' | 'browser_specific_settings', unknown>;

/** The manifest of a build. */
export function manifestOf(browser: 'chrome' | 'firefox'): Manifest {
  return JSON.parse(readFileSync(join(buildOf(browser), 'manifest.json'), 'utf8')) as Manifest;
}

/** The text of every script of a build, by its path: `content-scripts/scan.js`. */
export function scriptsOf(browser: 'chrome' | 'firefox'): Record<string, string> {
  const folder = buildOf(browser);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  return Object.fromEntries(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
  );
}
