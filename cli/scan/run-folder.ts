import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The folder of a run. This process holds its lock until `release`. `results`: the path of the results file. */
export type RunFolder = { results: string; release: () => Promise<void> };

/**
 * Opens or creates the folder of a run, and locks it. Two processes in one folder would read pages twice. The lock of a process
 * that was killed is ignored.
 *
 * @throws Error that says which process holds the lock.
 */
export async function openRunFolder(folder: string): Promise<RunFolder> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'held-by');
  const ownerLine = `${process.pid} ${hostname()}\n`;
  await lock(folder, file, ownerLine);
  return { results: join(folder, 'results.jsonl'), release: () => rm(file, { force: true }) };
}

async function lock(folder: string, file: string, own: string): Promise<void> {
  try {
    await writeFile(file, own, { flag: 'wx' });
  } catch (error) {
    if (!isLocked(error)) throw error;
    const [pid = '', host = ''] = (await readFile(file, 'utf8')).trim().split(' ');
    if (host !== '' && (host !== hostname() || isRunning(Number(pid)))) {
      throw new Error(`Process ${pid} on ${host} works in ${folder}. If it does not, delete ${file}.`);
    }
    await rm(file, { force: true });
    await lock(folder, file, own);
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    // The process exists, but belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
