import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../cli/browser/temporary-folder.ts';
import type { Where } from '../../lib/checks/server.ts';
import { packLayers, parseRange } from '../../tools/hosting-table.ts';
import { buildOf } from './build-output.ts';

/** Where addresses of this machine lie in the table of `hostingBuild`; all others lie outside. */
export const localAddresses: Record<Where, string> = {
  mainland: '127.0.0.2',
  outside: '127.0.0.3',
  disputed: '127.0.0.4',
  special: '127.0.0.5',
};

/** The day of that table. */
export const tableDate = '2026-02-03';

type Manifest = {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
};

/**
 * Gives the folder of a copy of a build that sees servers from its installation on, because nobody can answer the browser's
 * question in a test. With `ownTable`, addresses of this machine lie where `placesHere` says in place of the built table.
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
  // Not the right to take screenshots, which is another.
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
