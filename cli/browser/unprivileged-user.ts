import { spawnSync } from 'node:child_process';
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** `nobody` and its group, which own nothing, on every Linux; numbers, for not every container names them. */
const nobody = 65_534;

/** The flags of setpriv (util-linux) with which a program gives up being root for good. */
const setprivFlags = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--inh-caps=-all', '--'];

/** A program as an ordinary user runs it. `folder` makes an empty folder of that user, which goes with this process. */
export type UnprivilegedUser = { program: string; folder: (purpose: string) => string };

/**
 * For root on Linux, where Chromium has no sandbox: a way to start it as a user who owns nothing and for whom it has one.
 * `program` is what to start, and `files` what it has to be able to read. Where that cannot be, `fault` says why.
 */
export function unprivilegedUser(program: string, files: readonly string[]): UnprivilegedUser | { fault: string } {
  const fault = faultOf(program, files);
  if (fault !== null) return { fault };
  const starter = join(temporaryFolder('start'), 'chromium');
  // The folder that root works in may be closed to others.
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
