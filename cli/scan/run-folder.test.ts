import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openRunFolder } from './run-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'icp-lens-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a run folder is created, locked and released', async () => {
  const path = join(folder, 'a', 'b');
  const first = await openRunFolder(path);
  expect(first.results).toBe(join(path, 'results.jsonl'));
  await first.release();
  await (await openRunFolder(path)).release();
  expect(existsSync(join(path, 'held-by'))).toBe(false);
});

test('a run folder locked by another process is refused, unless that process was killed', async () => {
  const path = join(folder, 'c');
  await (await openRunFolder(path)).release();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(join(path, 'held-by'), `${other.pid} ${hostname()}\n`);
  await expect(openRunFolder(path)).rejects.toThrow(`Process ${other.pid} on ${hostname()} works in`);
  const ended = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await ended;
  await (await openRunFolder(path)).release();
  writeFileSync(join(path, 'held-by'), `${other.pid} another-machine\n`);
  await expect(openRunFolder(path)).rejects.toThrow('another-machine');
});
