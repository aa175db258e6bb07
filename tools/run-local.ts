import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../cli/browser/build.ts';

/**
 * Runs the command of an installed package, such as `playwright` of `@playwright/test`, in the root of the project with
 * this process's input and output. Gives its exit status; 1 where a signal ended it.
 */
export async function runLocal(packageName: string, command: string, args: readonly string[]): Promise<number> {
  return statusOf(start(packageName, command, args, 'inherit'));
}

/** Runs a command as `runLocal` does, without input. Gives its exit status, and what it wrote to standard output. */
export async function captureLocal(
  packageName: string,
  command: string,
  args: readonly string[],
): Promise<{ status: number; output: string }> {
  const child = start(packageName, command, args, ['ignore', 'pipe', 'inherit']);
  const [status, output] = await Promise.all([statusOf(child), child.stdout === null ? '' : text(child.stdout)]);
  return { status, output };
}

function start(
  packageName: string,
  command: string,
  args: readonly string[],
  stdio: 'inherit' | ['ignore', 'pipe', 'inherit'],
): ChildProcess {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(manifest, 'utf8'));
  const script = bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}.`);
  return spawn(process.execPath, [join(dirname(manifest), script), ...args], { cwd: root, stdio });
}

async function statusOf(child: ChildProcess): Promise<number> {
  const [status]: (number | null)[] = await once(child, 'close');
  return status ?? 1;
}
