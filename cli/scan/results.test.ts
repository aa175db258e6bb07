import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { reportOf } from '../../lib/export/fixtures.ts';
import type { PageResult } from './page-result.ts';
import { openResults } from './results.ts';

const folder = mkdtempSync(join(tmpdir(), 'icp-lens-results-'));
const file = join(folder, 'results.jsonl');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(file, { force: true }));

const result = (key: string, change: Partial<PageResult> = {}): PageResult => ({
  key,
  opened: key,
  tries: 1,
  readAt: '2026-11-22T08:30:00.000Z',
  ending: { state: 'numbers' },
  finalUrl: key,
  error: null,
  // A line separator of JavaScript is none of the file's.
  report: reportOf(['京ICP备2021018374号-1 \u2028 😀']),
  ...change,
});

test('an added result reaches waiting readers and the next run', async () => {
  const first = await openResults(file);
  const waited = first.whenKnown('b');
  await first.add(result('a'));
  await first.add(result('b', { report: null, error: 'no such host', ending: { state: 'blocked' } }));
  expect((await waited).error).toBe('no such host');
  await first.close();

  const second = await openResults(file);
  expect([second.has('a'), second.has('b'), second.has('c'), second.size()]).toEqual([true, true, false, 2]);
  expect(await second.whenKnown('a')).toEqual(result('a'));
  await second.add(result('c'));
  expect(await second.whenKnown('c')).toEqual(result('c'));
  await second.close();
});

test('a results file cut anywhere loses only the last page, and can be continued', async () => {
  const whole = await openResults(file);
  for (const key of ['a', 'b']) await whole.add(result(key));
  await whole.close();
  const bytes = readFileSync(file);
  const second = bytes.indexOf('\n') + 1;
  for (let cut = second; cut < bytes.length - 1; cut += 97) {
    writeFileSync(file, bytes);
    truncateSync(file, cut);
    const left = await openResults(file);
    expect([left.has('a'), left.has('b')], `cut at ${cut}`).toEqual([true, false]);
    await left.add(result('b', { tries: 2 }));
    expect(await left.whenKnown('b')).toEqual(result('b', { tries: 2 }));
    await left.close();
    const again = await openResults(file);
    expect([await again.whenKnown('a'), await again.whenKnown('b')]).toEqual([result('a'), result('b', { tries: 2 })]);
    await again.close();
  }
});

test('of several results for a page, the first counts', async () => {
  const line = (tries: number): string => `${JSON.stringify(result('a', { tries }))}\n`;
  writeFileSync(file, line(1));
  appendFileSync(file, `${line(2)}not ours\n{"key":"b"}\n`);
  const results = await openResults(file);
  await results.add(result('a', { tries: 3 }));
  expect((await results.whenKnown('a')).tries).toBe(1);
  expect(results.size()).toBe(1);
  await results.close();
});

test('waiting for a result is rejected after fail', async () => {
  const results = await openResults(file);
  const waited = results.whenKnown('a');
  results.fail(new Error('no browser'));
  await expect(waited).rejects.toThrow('no browser');
  await expect(results.whenKnown('b')).rejects.toThrow('no browser');
  await results.close();
});
