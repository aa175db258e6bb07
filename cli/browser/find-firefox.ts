import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstallDebian, installDebian, isProgram, programsOnPath } from './install.ts';

const help =
  'Install Firefox (Debian: apt-get install firefox-esr; macOS: brew install --cask firefox) ' +
  'or name one in the environment variable FIREFOX_PATH.';

/**
 * Returns the path of a Firefox: the one in FIREFOX_PATH, else an installed one. If there is none and root runs a Debian-like
 * system, it installs Debian's.
 *
 * @throws Error that says what to do if FIREFOX_PATH names no program, or if no Firefox could be installed.
 */
export async function findFirefox(): Promise<string> {
  const { FIREFOX_PATH: named } = process.env;
  if (named) {
    if (!isProgram(named)) throw new Error(`FIREFOX_PATH is ${named}, which is not a program. ${help}`);
    return named;
  }
  const found = installed();
  if (found !== null) return found;

  console.error('No Firefox found: installing one.');
  if (canInstallDebian() && (await installDebian(['firefox-esr', 'fonts-noto-cjk']))) {
    const debian = installed();
    if (debian !== null) return debian;
  }
  throw new Error(`No Firefox found, and none could be installed. ${help}`);
}

function installed(): string | null {
  return [...programsOnPath(['firefox-esr', 'firefox']), ...usualPlaces()].find(isProgram) ?? null;
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['/', homedir()].map((root) => join(root, 'Applications/Firefox.app/Contents/MacOS/firefox'));
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)']
      .map((name) => process.env[name])
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe'));
  }
  return [];
}
