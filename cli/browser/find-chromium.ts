import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { canInstallDebian, installDebian, isProgram, programsOnPath, runs, versionOf } from './install.ts';

const help =
  'Install Chromium (Debian: apt-get install chromium; macOS: brew install --cask chromium), or run ' +
  '"npx playwright install --with-deps chromium", or name a Chromium in the environment variable CHROMIUM_PATH. ' +
  'Google Chrome and Microsoft Edge will not do: they do not load unpacked extensions from the command line.';

/**
 * Returns the path of a Chromium that loads unpacked extensions: the one in CHROMIUM_PATH, else an installed one, else
 * Playwright's own. If there is none, it installs Playwright's. If that fails and root runs a Debian-like system, it installs
 * Debian's with Chinese fonts.
 *
 * @throws Error that says what to do if CHROMIUM_PATH names no such browser, or if none could be installed.
 */
export async function findChromium(): Promise<string> {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) {
    const fault = faultOf(named);
    if (fault !== null) throw new Error(`CHROMIUM_PATH is ${named}, ${fault}. ${help}`);
    return named;
  }
  const found = installed();
  if (found !== null) return found;

  console.error('No Chromium found: installing one.');
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  if (await runs(process.execPath, [playwright, 'install', 'chromium'])) {
    const own = installed();
    if (own !== null) return own;
  }
  // Without Chinese fonts, Chinese characters are drawn as empty boxes.
  if (canInstallDebian() && (await installDebian(['chromium', 'fonts-noto-cjk']))) {
    const debian = installed();
    if (debian !== null) return debian;
  }
  throw new Error(`No Chromium found, and none could be installed. ${help}`);
}

function installed(): string | null {
  return (
    [...programsOnPath(['chromium', 'chromium-browser']), ...usualPlaces(), chromium.executablePath()].find(
      (path) => faultOf(path) === null,
    ) ?? null
  );
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['/', homedir()].map((root) => join(root, 'Applications/Chromium.app/Contents/MacOS/Chromium'));
  }
  if (process.platform === 'win32') {
    return ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)']
      .map((name) => process.env[name])
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe'));
  }
  return [];
}

/** Why a path is unsuitable, as the end of a sentence. Null if it is suitable. */
function faultOf(path: string): string | null {
  if (!isProgram(path)) return 'which is not a program';
  // On Windows a browser opens a window instead of printing its version.
  if (process.platform === 'win32') return null;
  const version = versionOf(path);
  if (version === null) return 'which does not start';
  // "Google Chrome for Testing" is Playwright's own browser. It loads extensions.
  return /^(Google Chrome(?! for Testing)|Microsoft Edge)/.test(version) ? `which is ${version}` : null;
}
