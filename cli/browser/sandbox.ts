import type { BrowserContext } from '@playwright/test';
import { type UnprivilegedUser, unprivilegedUser } from './unprivileged-user.ts';

/**
 * What Chromium's sandbox is to be. `usual`: where it can be had, and none for root: for pages that are this project's own.
 * `required`: no page is opened without it. `wanted`: had where it can be, said where not. For the last two, root starts
 * Chromium as an ordinary user.
 */
export type SandboxUse = 'usual' | 'required' | 'wanted';

/** The variable of the environment that says what `--no-sandbox` says. */
const variable = 'ICP_LENS_NO_SANDBOX';

/** What pages of others may be opened with: the sandbox, unless whoever gave the command said that it may be missing. */
export function sandboxFor(flag: boolean): SandboxUse {
  return flag || process.env[variable] === '1' ? 'wanted' : 'required';
}

/** What the commands say of it in their usage. */
export const sandboxUsage = `opens pages even where Chromium has no sandbox (or ${variable}=1)`;

/** No page of others is opened here, and why. */
export class SandboxError extends Error {
  constructor(why: string) {
    super(
      [
        `Chromium cannot use its sandbox: ${why}.`,
        'Without it a page that breaks out of the browser may do what you may. So no page was opened.',
        'What helps: to give the command as an ordinary user, not as root; a Chromium that every user may run (Debian:',
        'apt-get install chromium); user namespaces, where the system or the container forbids them (user.max_user_namespaces,',
        "AppArmor, a container's seccomp profile), or Chromium's own helper (Debian: apt-get install chromium-sandbox).",
        `For pages that you trust: --no-sandbox, or ${variable}=1 in the environment.`,
      ].join('\n'),
    );
  }
}

/** A way to start Chromium: as whom, null for who gave the command, and with its sandbox or not. */
export type LaunchAttempt = { user: UnprivilegedUser | null; sandbox: boolean };

/** The ways to start Chromium, best first. `fault`: why it has no sandbox, where that is known beforehand. */
export function launchAttempts(
  use: SandboxUse,
  program: string,
  files: readonly string[],
): { attempts: LaunchAttempt[]; fault: string | null } {
  const own = (sandbox: boolean): LaunchAttempt => ({ user: null, sandbox });
  const isRoot = process.getuid?.() === 0;
  if (use === 'usual') return { attempts: isRoot ? [own(false)] : [own(true), own(false)], fault: null };
  const mayLackSandbox = use === 'wanted';
  // Elsewhere than on Linux the sandbox does not ask who starts it.
  if (!isRoot || process.platform !== 'linux') {
    return { attempts: [own(true), ...(mayLackSandbox ? [own(false)] : [])], fault: null };
  }
  const user = unprivilegedUser(program, files);
  if ('fault' in user) return { attempts: mayLackSandbox ? [own(false)] : [], fault: user.fault };
  return {
    attempts: [{ user, sandbox: true }, ...(mayLackSandbox ? [{ user, sandbox: false }, own(false)] : [])],
    fault: null,
  };
}

/** Why a start that threw has shown that there is no sandbox; null where something else is wrong. */
export function sandboxFaultOf(error: unknown): string | null {
  const isMissing =
    /No usable sandbox!|Running as root without --no-sandbox|Chromium sandboxing failed|SUID sandbox helper/;
  return isMissing.test(String(error)) ? 'the system allows neither user namespaces nor a helper of Chromium' : null;
}

/**
 * Why a Chromium that was started with its sandbox runs without it all the same, as where the program is a script that says
 * so or the system's settings do; null where it says itself that it has one.
 */
export async function missingSandboxOf(context: BrowserContext): Promise<string | null> {
  const browser = context.browser();
  if (browser === null) return 'it does not say whether it has one';
  const session = await browser.newBrowserCDPSession();
  const { commandLine } = await session.send('SystemInfo.getInfo');
  await session.detach();
  if (/ --no-sandbox( |$)/.test(commandLine)) return 'what starts it adds --no-sandbox';
  if (process.platform !== 'linux') return null;
  const page = await context.newPage();
  try {
    await page.goto('chrome://sandbox');
    const said = await page.evaluate(() => document.body.innerText);
    return said.includes('You are adequately sandboxed') ? null : 'it says itself that it is not adequately sandboxed';
  } finally {
    await page.close();
  }
}
