import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { root } from '../../cli/browser/build.ts';

/** The result of a command. `status`: null if a signal ended it. */
export type CommandResult = { status: number | null; stdout: string; stderr: string };

/**
 * Runs a command in English. Chromium's sandbox may be missing, because the pages are the tests' own. The message about that is
 * removed from the output. `env` changes the environment.
 */
export function spawnCommand(
  name: 'scan' | 'extract',
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { kill: (signal: NodeJS.Signals) => boolean; result: Promise<CommandResult> } {
  const child = spawn(process.execPath, ['--import', 'tsx', `cli/${name}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ICP_LENS_NO_SANDBOX: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[status], stdout, stderr]) => ({
      status: status as number | null,
      stdout,
      stderr: env['ICP_LENS_NO_SANDBOX'] === undefined ? stderr.replace(/^Chromium runs without .*\n/m, '') : stderr,
    }),
  );
  return { kill: (signal) => child.kill(signal), result: ended };
}
