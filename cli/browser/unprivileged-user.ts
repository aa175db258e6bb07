import { spawnSync } from 'node:child_process';
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** The ids of the user `nobody` and its group, which own nothing on any Linux. Not every container has their names. */
const nobody = 65_534;

/** The flags of setpriv (util-linux) that drop root privileges permanently. */
const setprivFlags = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--inh-caps=-all', '--'];

/** A program that runs as an ordinary user. `folder` creates an empty folder of that user. It is removed when this process ends. */
export type UnprivilegedUser = { program: string; folder: (purpose: string) => string };

/**
 * Lets root start Chromium as the user `nobody`. On Linux, Chromium has no sandbox for root, but it has one for `nobody`.
 * `program` is what to start. `files` are what it must be able to read. If that is impossible, `fault` says why.
 */
export function unprivilegedUser(program: string, files: readonly string[]): UnprivilegedUser | { fault: string } {
  const fault = faultOf(program, files);
  if (fault !== null) return { fault };
  const starter = join(temporaryFolder('start'), 'chromium');
  // Other users may have no access to root's working folder.
  const lines = ['#!/bin/sh', 'cd /', `exec setpriv ${setprivFlags.join(' ')} ${quoted(program)} "$@"`, ''];
  writeFileSync(starter, lines.join('\n'), { mode: 0o700 });
  return {
    program: starter,
    folder(purpose) {
      const folder = temporaryFolder(purpose);
      chownSync(folder, nobody, nobody);
      return folder;
    },
  };
}

function faultOf(program: string, files: readonly string[]): string | null {
  const script = '[ -x "$0" ] || exit 3; for file; do [ -r "$file" ] || { echo "$file"; exit 4; }; done';
  const { error, status, stdout, stderr } = spawnSync(
    'setpriv',
    [...setprivFlags, '/bin/sh', '-c', script, program, ...files],
    { encoding: 'utf8', cwd: '/', timeout: 30_000 },
  );
  if (error !== undefined) return `it cannot be started as an ordinary user: setpriv: ${error.message}`;
  if (status === 0) return null;
  if (status === 3) return `an ordinary user may not run ${program}`;
  if (status === 4) return `an ordinary user may not read ${stdout.trim()}`;
  return `it cannot be started as an ordinary user: ${stderr.trim() || `setpriv ended with ${status}`}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
