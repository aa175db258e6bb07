import type { BrowserContext } from '@playwright/test';
import { type UnprivilegedUser, unprivilegedUser } from './unprivileged-user.ts';

/**
 * How Chromium uses its sandbox.
 *
 * - `usual`: it is used if it works, and never for root. Only for pages of this project.
 * - `required`: without it, no page is opened.
 * - `wanted`: it is used if it works. If not, a message on standard error says so.
 *
 * With the last two, root starts Chromium as an ordinary user.
 */
export type SandboxUse = 'usual' | 'required' | 'wanted';

/** The environment variable that does the same as `--no-sandbox`. */
const variable = 'ICP_LENS_NO_SANDBOX';

/** The sandbox use for untrusted pages. `required`, unless the flag or the environment allows the sandbox to be missing. */
export function sandboxFor(flag: boolean): SandboxUse {
  return flag || process.env[variable] === '1' ? 'wanted' : 'required';
}

/** The text about `--no-sandbox` in the usage of the commands. */
export const sandboxUsage = `opens pages even where Chromium has no sandbox (or ${variable}=1)`;

/** Chromium's sandbox is missing, so no untrusted page was opened. The message says why and what helps. */
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

/** A way to start Chromium. `user`: null for the user who runs the command. `sandbox`: whether the sandbox is on. */
export type LaunchAttempt = { user: UnprivilegedUser | null; sandbox: boolean };

/** The ways to start Chromium, best first. `fault`: why there is no sandbox, if that is known before the start. */
export function launchAttempts(
  use: SandboxUse,
  program: string,
  files: readonly string[],
): { attempts: LaunchAttempt[]; fault: string | null } {
  const own = (sandbox: boolean): LaunchAttempt => ({ user: null, sandbox });
  const isRoot = process.getuid?.() === 0;
  if (use === 'usual') return { attempts: isRoot ? [own(false)] : [own(true), own(false)], fault: null };
  const mayLackSandbox = use === 'wanted';
  // On other systems than Linux the sandbox works for every user.
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

/** Why there is no sandbox, from an error at the start. Null if the error has another cause. */
export function sandboxFaultOf(error: unknown): string | null {
  const isMissing =
    /No usable sandbox!|Running as root without --no-sandbox|Chromium sandboxing failed|SUID sandbox helper/;
  return isMissing.test(String(error)) ? 'the system allows neither user namespaces nor a helper of Chromium' : null;
}

/**
 * Why a Chromium that was started with its sandbox runs without it. The program may be a script that adds `--no-sandbox`, or the
 * system's settings may turn it off. Null if Chromium reports that the sandbox works.
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
