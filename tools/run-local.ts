import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../cli/browser/build.ts';

/**
 * Runs the command of an installed package, such as `playwright` of `@playwright/test`, in the root of the project with
 * this process's input and output. Gives its exit status; 1 where a signal ended it.
 */
export async function runLocal(packageName: string, command: string, args: readonly string[]): Promise<number> {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(manifest, 'utf8'));
  const script = bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}.`);
  const child = spawn(process.execPath, [join(dirname(manifest), script), ...args], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}
