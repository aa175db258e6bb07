import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../cli/browser/temporary-folder.ts';
import type { Where } from '../../lib/checks/server.ts';
import { packLayers, parseRange } from '../../tools/hosting-table.ts';
import { buildOf } from './build-output.ts';

/** The addresses of this machine that the table of `hostingBuild` has for each place. All other addresses are `outside`. */
export const localAddresses: Record<Where, string> = {
  mainland: '127.0.0.2',
  outside: '127.0.0.3',
  disputed: '127.0.0.4',
  special: '127.0.0.5',
};

/** The date of that table. */
export const tableDate = '2026-02-03';

type Manifest = {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
};

/**
 * Copies a build and grants it the server permission at installation, because a test cannot answer the browser's prompt. Returns
 * the folder. With `ownTable`, the copy has a table with `localAddresses` in place of the real one.
 */
export function hostingBuild(browser: 'chrome' | 'firefox', { ownTable = true } = {}): string {
  const folder = temporaryFolder('hosting');
  cpSync(buildOf(browser), folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const {
    optional_permissions,
    optional_host_permissions: _,
    ...manifest
  } = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  manifest.permissions.push(...(optional_permissions ?? []));
  // Only the server permission, not the one to take screenshots.
  manifest.host_permissions = ['*://*/*'];
  writeFileSync(manifestFile, JSON.stringify(manifest));
  if (ownTable) writeFileSync(join(folder, 'hosting-table.json'), JSON.stringify(tableHere()));
  return folder;
}

function tableHere(): object {
  const at = (place: Where) => [parseRange(localAddresses[place]).range];
  const v4 = packLayers(
    [
      ['mainland', at('mainland')],
      ['disputed', at('disputed')],
      ['special', at('special')],
    ],
    4,
  );
  return { date: tableDate, v4, v6: packLayers([], 6) };
}
