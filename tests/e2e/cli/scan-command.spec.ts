/** `npm run scan` as a command: killed in the middle, run again, its results concatenated and exported. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { parseResult } from '../../../cli/scan/page-result.ts';
import { type LocalServer, serveLocally } from '../../../cli/servers/local-server.ts';
import { readDocument } from '../../../lib/export/document.ts';
import { edgeCaseSites, serveEdgeCaseSites } from '../../support/edge-case-sites.ts';
import { spawnCommand } from '../../support/spawn-command.ts';
import { describeOutcomes } from '../../support/workspace-page.ts';

const pageCount = 40;
const numberOf = (page: number): string => `京ICP备20210183${String(page).padStart(2, '0')}号-1`;
const html = (body: string): string => `<!doctype html><meta charset="utf-8"><title>某某公司</title>${body}`;

let folder = '';
let server: LocalServer;
/** The pages that were requested, in order. */
let opened: number[] = [];
let heard: () => void = () => {};

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'icp-lens-scan-'));
  server = await serveLocally(async (path) => {
    if (path === '/elsewhere') return { type: 'text/html', body: html(`<script>location = '${other()}'</script>`) };
    if (path === '/login') return { type: 'text/html', body: html('<input type="password">') };
    const page = Number(/^\/page\/(\d+)$/.exec(path)?.[1] ?? Number.NaN);
    if (Number.isNaN(page)) return null;
    opened.push(page);
    heard();
    return { type: 'text/html', body: html(`<footer>${numberOf(page)}</footer>`) };
  });
});

test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A page of the same server under another host name. */
const other = (): string => `http://localhost:${new URL(server.url).port}/page/99`;
const pageUrl = (page: number): string => `${server.url}page/${page}`;

const scan = (args: readonly string[]) => spawnCommand('scan', args);

const jsonLines = (lines: string): { url: string; state: string; numbers: { canonical: string }[]; ending: object }[] =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a killed run of scan continues, and no page is lost or read twice', async () => {
  test.setTimeout(240_000);
  const list = join(folder, 'list.txt');
  const run = join(folder, 'run');
  const pages = Array.from({ length: pageCount }, (_, page) => page);
  // Two addresses are duplicates, and one line is invalid.
  const lines = [...pages.map(pageUrl), 'no address', ...[3, 30].map(pageUrl)];
  writeFileSync(list, `${lines.join('\n')}\n`);
  const args = ['--json', '--concurrency', '10', '--run', run, list];
  const known = (): Set<number> => {
    const kept = existsSync(join(run, 'results.jsonl')) ? readFileSync(join(run, 'results.jsonl'), 'utf8') : '';
    const results = kept.split('\n').flatMap((line) => parseResult(line) ?? []);
    return new Set(results.map(({ key }) => pages.findIndex((page) => pageUrl(page) === key)));
  };

  // One kill, and one signal as at a system's shutdown.
  const kills = [
    { after: 14, signal: 'SIGKILL', exitStatus: null },
    { after: 12, signal: 'SIGTERM', exitStatus: 143 },
  ] as const;
  for (const { after: openings, signal, exitStatus } of kills) {
    const before = known();
    opened = [];
    const killed = scan(args);
    const enough = new Promise<void>((resolve) => {
      heard = () => opened.length >= openings && resolve();
    });
    await Promise.race([enough, killed.result]);
    killed.kill(signal);
    expect((await killed.result).status, 'it was killed, it did not end').toBe(exitStatus);
    heard = () => {};
    expect(opened.filter((page) => before.has(page))).toEqual([]);
    const after = known();
    expect(after.size).toBeGreaterThan(before.size);
    expect(after.size).toBeLessThan(pageCount);
  }

  const done = known();
  opened = [];
  const { status, stdout, stderr } = await scan(args).result;
  expect(stderr).toBe(
    `${list}: named before and merged: 2 (line ${pageCount + 2}, ${pageCount + 3}).\n` +
      `no address: no address of a website (${list}:${pageCount + 1})\n`,
  );
  expect(status, 'one line was no address').toBe(1);
  expect(opened.toSorted((a, b) => a - b)).toEqual(pages.filter((page) => !done.has(page)));
  const printed = jsonLines(stdout);
  expect(printed.map(({ url }) => url)).toEqual([...pages.map(pageUrl), 'no address']);
  expect(printed.map(({ numbers }) => numbers.map(({ canonical }) => canonical))).toEqual([
    ...pages.map((page) => [numberOf(page)]),
    [],
  ]);

  // Concatenated results of two machines: no page is opened again, and all are exported.
  const both = readFileSync(join(run, 'results.jsonl'), 'utf8').split('\n').filter(parseResult);
  expect(both.length).toBe(pageCount);
  const whole = join(folder, 'whole');
  mkdirSync(whole);
  writeFileSync(join(whole, 'results.jsonl'), `${[...both.slice(20), ...both.slice(0, 20)].join('\n')}\n`);
  opened = [];
  const csv = join(folder, 'sites.csv');
  const exported = await scan(['--run', whole, '--out', csv, list]).result;
  expect(exported.stdout).toBe(`${csv}: 40 sites: numbers 40\n`);
  expect(opened).toEqual([]);
  const [, ...rows] = parse(readFileSync(csv, 'utf8'), { bom: true }) as string[][];
  expect(rows.map(([row, asked, , , , , numbers]) => [row, asked, numbers])).toEqual(
    pages.map((page) => [String(page + 1), pageUrl(page), numberOf(page)]),
  );
});

test('scan gives each page the outcome of the workspace, which imports the export', async () => {
  test.setTimeout(120_000);
  const out = join(folder, 'audit.json');
  const secure = server.url.replace('http:', 'https:');
  const urls = [
    `${server.url}elsewhere`,
    `${server.url}login`,
    `${server.url}nothing-here`,
    'https://no-such-host.invalid/',
    secure,
    'http://127.0.0.1:9/',
  ];
  const { status, stdout } = await scan(['--out', out, '--retries', '0', ...urls]).result;
  expect(status).toBe(1);
  expect(stdout).toContain('6 sites');
  const read = readDocument(readFileSync(out, 'utf8'));
  const shown = read.ok ? read.document.entries.map(({ finalUrl }) => finalUrl) : [];
  expect(shown).toEqual([other(), urls[1], urls[2], null, null, null]);
  expect(read.ok && read.document.entries.map(({ asked, ending }) => [asked, ending])).toEqual([
    [urls[0], { state: 'redirected', to: other() }],
    [urls[1], { state: 'barrier', barrier: 'login' }],
    [urls[2], { state: 'unreachable', cause: 'http', status: 404 }],
    [urls[3], { state: 'unreachable', cause: 'dns', status: null }],
    [urls[4], { state: 'unreachable', cause: 'tls', status: null }],
    [urls[5], { state: 'unreachable', cause: 'refused', status: null }],
  ]);
});

test('scan gives edge-case pages the outcomes of an audit that sees the network', async () => {
  test.setTimeout(240_000);
  const served = await serveEdgeCaseSites();
  const names = Object.keys(edgeCaseSites);
  const out = join(folder, 'odd.json');
  const urls = names.map((name) => `${served.url}${name}`);
  await scan(['--out', out, '--retries', '0', '--limit', '20', '--concurrency', '4', ...urls]).result;
  const read = readDocument(readFileSync(out, 'utf8'));
  const endings = describeOutcomes(read.ok ? read.document.entries : []);
  // A page that navigates to an app gets no content script, and `scan` has no permission to inject one.
  const unlike: Record<string, string> = { app: 'blocked' };
  expect(names.map((name, place) => `${name}: ${endings[place]}`)).toEqual(
    Object.entries(edgeCaseSites).map(([name, { ends }]) => `${name}: ${unlike[name] ?? ends[0]}`),
  );
  await served.close();
});

test('scan reads a list as the workspace does, and opens a bare host without HTTPS over HTTP', async () => {
  test.setTimeout(120_000);
  const host = new URL(server.url).host;
  const table = join(folder, 'sites.csv');
  const rows = ['公司,来源,网址', `甲,${pageUrl(1)},（${host}/page/7）`, `乙,${pageUrl(2)},info@a.cn`];
  writeFileSync(table, rows.join('\n'));
  const { status, stdout, stderr } = await scan(['--json', '--run', join(folder, 'table'), table]).result;
  expect(stderr).toBe(`${table}: column 3, 网址, was read.\ninfo@a.cn: no address of a website (${table}:3)\n`);
  expect(status).toBe(1);
  expect(jsonLines(stdout)).toMatchObject([
    { url: `${host}/page/7`, finalUrl: pageUrl(7), state: 'numbers', numbers: [{ canonical: numberOf(7) }] },
    { url: 'info@a.cn', state: 'failed' },
  ]);
  const out = join(folder, 'table.json');
  await scan(['--out', out, '--run', join(folder, 'table'), table]).result;
  const read = readDocument(readFileSync(out, 'utf8'));
  expect(read.ok && read.document.entries).toMatchObject([
    { asked: `${host}/page/7`, address: pageUrl(7), finalUrl: pageUrl(7), ending: { state: 'numbers' } },
  ]);
});

test('scan prints its usage for --help and for an unknown option', async () => {
  const asked = await scan(['--help']).result;
  expect(asked).toMatchObject({ status: 0, stderr: '' });
  expect(asked.stdout).toMatch(/^Usage: npm run scan/);
  const wrong = await scan(['--fast']).result;
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/^There is no option --fast\.\nUsage: npm run scan/);
});
