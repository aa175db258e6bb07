import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IsolatedPageServer, type ServedPage, serveIsolatedPages } from '../servers/isolated-page-server.ts';
import { savedPage } from './saved-page.ts';

let folder = '';
let pages: IsolatedPageServer;
let page: ServedPage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'icp-lens-saved-'));
  const write = (place: string, content: string): void => writeFileSync(join(folder, place), content);
  for (const name of ['.docker', '某页_files', '某页.files', '某页_files/a', '某页_files/.git', 'other_files']) {
    mkdirSync(join(folder, name));
  }
  write('某页.html', '<p>page');
  write('某页_files/style.css', 'p {}');
  write('某页_files/app.js.download', '1');
  write('某页_files/a/logo 1.png', 'picture');
  write('某页.files/old.gif', 'old');
  write('.docker/config.json', 'secret');
  write('beside.json', 'secret');
  write('other_files/x.css', 'secret');
  write('某页_files/.env', 'secret');
  write('某页_files/.git/config', 'secret');
  symlinkSync(join(folder, 'beside.json'), join(folder, '某页_files/out.json'));
  symlinkSync(folder, join(folder, '某页_files/up'));
  symlinkSync('.env', join(folder, '某页_files/env.txt'));
  symlinkSync('style.css', join(folder, '某页_files/same.css'));
  execFileSync('mkfifo', [join(folder, '某页_files/pipe.css')]);
  // A folder that goes with a page, but lies elsewhere.
  write('linked.html', '<p>linked');
  symlinkSync(join(folder, '.docker'), join(folder, 'linked_files'));
  pages = await serveIsolatedPages();
  page = pages.add(savedPage(join(folder, '某页.html')).answer);
});
afterAll(async () => {
  await pages.close();
  rmSync(folder, { recursive: true });
});

type Given = { status: number | undefined; type: string | undefined; body: string };

/** Asks the server for a path as it stands: browsers would tidy it up. */
function get(path: string, { host = new URL(page.url).host, method = 'GET' } = {}): Promise<Given> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: pages.port, path, method, headers: { host } }, async (response) => {
      const { statusCode: status, headers } = response;
      resolve({ status, type: headers['content-type'], body: await text(response) });
    })
      .on('error', reject)
      .end();
  });
}

const name = encodeURIComponent('某页');

test.each([
  [`/${name}.html`, 'text/html', '<p>page'],
  [`/${name}.html?x=..`, 'text/html', '<p>page'],
  [`/${name}_files/style.css`, 'text/css', 'p {}'],
  [`/${name}_files/app.js.download`, 'text/javascript', '1'],
  [`/${name}_files/a/logo%201.png`, undefined, 'picture'],
  [`/${name}.files/old.gif`, undefined, 'old'],
  [`/${name}_files/same.css`, 'text/css', 'p {}'],
])('the server gives %s, of the page or its folder', async (path, type, body) => {
  expect(await get(path)).toEqual({ status: 200, type, body });
});

describe('the server refuses other files', () => {
  test.each([
    ['/', 'the folder'],
    ['/.docker/config.json', 'what lies beside it'],
    ['/beside.json', 'a file beside it'],
    ['/other_files/x.css', 'the folder of another page'],
    [`/${name}_files/`, 'a listing'],
    [`/${name}_files/a`, 'a folder'],
    [`/${name}_files/../beside.json`, 'a way up'],
    [`/${name}_files/%2e%2e/beside.json`, 'an escaped way up'],
    [`/${name}_files/%2E./beside.json`, 'a half-escaped way up'],
    [`/${name}_files/..%2fbeside.json`, 'an escaped slash'],
    [`/${name}_files/..%5cbeside.json`, 'an escaped backslash'],
    [`/${name}_files/%252e%252e/beside.json`, 'one that is escaped twice'],
    [`/${name}_files//style.css`, 'an empty name'],
    [`/${name}_files/style.css%00.html`, 'a name that ends early'],
    [`/${name}_files/%ff`, 'no text'],
    [`/${name}_files/.env`, 'a hidden file'],
    [`/${name}_files/.git/config`, 'a hidden folder'],
    [`/${name}_files/env.txt`, 'a link to a hidden file'],
    [`/${name}_files/out.json`, 'a link out of the folder'],
    [`/${name}_files/up/beside.json`, 'a linked folder'],
    [`/${name}_files/pipe.css`, 'a pipe that nobody fills'],
    [`//${name}.html`, 'two slashes'],
  ])('%s gets 404: %s', async (path) => {
    expect(await get(path)).toEqual({ status: 404, type: undefined, body: '' });
  });

  test('a page folder that is a link to another folder gets 404', async () => {
    const linked = pages.add(savedPage(join(folder, 'linked.html')).answer);
    const { host } = new URL(linked.url);
    expect(await get('/linked.html', { host })).toMatchObject({ status: 200 });
    expect(await get('/linked_files/config.json', { host })).toMatchObject({ status: 404, body: '' });
  });
});

test.each([
  '127.0.0.1',
  'localhost',
  'evil.example',
  'x.localhost',
  '',
])('a request with the Host header %j gets 421', async (host) => {
  expect(await get(`/${name}.html`, { host })).toMatchObject({ status: 421, body: '' });
  const port = `${new URL(page.url).host}:${pages.port}`;
  expect(await get(`/${name}.html`, { host: port })).toMatchObject({ status: 421, body: '' });
});

test('pages allow GET and HEAD only, and get 421 once removed', async () => {
  expect(await get(`/${name}.html`, { method: 'POST' })).toMatchObject({ status: 405, body: '' });
  expect(await get(`/${name}.html`, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  const other = pages.add(async () => ({ type: 'text/html', body: 'x' }));
  const { host } = new URL(other.url);
  expect([await get('/', { host }), pages.has(host)]).toMatchObject([{ status: 200 }, true]);
  other.remove();
  expect([await get('/', { host }), pages.has(host)]).toMatchObject([{ status: 421 }, false]);
});

test('a request with 180 cookies of 4 kB is answered', async () => {
  const cookie = Array.from({ length: 180 }, (_, each) => `c${each}=${'x'.repeat(4000)}`).join('; ');
  const status = await new Promise((resolve, reject) => {
    const headers = { host: new URL(page.url).host, cookie };
    request({ host: '127.0.0.1', port: pages.port, path: `/${name}.html`, headers }, ({ statusCode }) =>
      resolve(statusCode),
    )
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});
