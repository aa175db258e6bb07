/**
 * Finds programs on this machine and, on Debian-like systems, installs them. The output of the installers goes to standard
 * error, because standard output is for the command's result.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a path names a file that this user may run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The paths of programs with these names, in the order of the names and then of PATH. */
export function programsOnPath(names: readonly string[]): string[] {
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isProgram);
}

/** The output of a program for `--version`. Null if it does not start, such as when a library is missing. */
export function versionOf(program: string): string | null {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 ? stdout.trim() : null;
}

/** Runs a program until it ends, with its output on standard error. Returns whether it succeeded. */
export async function runs(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = spawn(program, args, {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (status) => resolve(status === 0));
  });
}

/** Whether `installDebian` can work: the system is Debian-like and the user is root. */
export function canInstallDebian(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && programsOnPath(['apt-get']).length > 0;
}

/** Installs Debian packages. Returns whether it succeeded. */
export async function installDebian(packages: readonly string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    (await runs('apt-get', ['update'], env)) &&
    (await runs('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env))
  );
}
