import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listLines, readTargets, referenceOf, targetsOfList } from './read-targets.ts';

describe('referenceOf', () => {
  test.each([
    ['https://example.cn/a?b#c', 'https://example.cn/a?b#c'],
    ['HTTP://example.cn', 'HTTP://example.cn'],
    ['example.cn', 'https://example.cn'],
    ['example.cn:8080/about.html', 'https://example.cn:8080/about.html'],
    ['localhost:3000', 'https://localhost:3000'],
    ['127.0.0.1', 'https://127.0.0.1'],
    ['[::1]:80/x', 'https://[::1]:80/x'],
    ['工信部.政务', 'https://工信部.政务'],
  ])('%s is an address', (text, address) => {
    expect(referenceOf(text)).toEqual({ address });
  });

  test.each([
    'list.txt',
    'page.html',
    './example.cn',
    '../a',
    '/tmp/example.cn',
    'pages/a.html',
    'list',
  ])('%s is a path', (path) => {
    expect(referenceOf(path)).toEqual({ path });
  });

  test.each([
    'ftp://example.cn/',
    'chrome://version',
    'https://',
    'http://a b/',
    'two words',
    'javascript://x',
  ])('%s is neither', (text) => {
    expect(referenceOf(text)).toBeNull();
  });
});

describe('lists', () => {
  test('skip blank lines and comments and keep their line numbers', () => {
    expect(listLines('\uFEFF# head\r\n\r\n a.cn \n#b.cn\nc.cn')).toEqual([
      { line: 3, content: 'a.cn' },
      { line: 5, content: 'c.cn' },
    ]);
  });

  test('name the line that is no address', () => {
    expect(targetsOfList('list.txt', 'a.cn\n\nno address\npage.html')).toEqual([
      { asked: 'a.cn', address: 'https://a.cn' },
      { asked: 'no address', fault: 'not an address (list.txt:3)' },
      { asked: 'page.html', fault: 'not an address (list.txt:4)' },
    ]);
  });
});

describe('readTargets', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'icp-lens-targets-'));
    writeFileSync(join(folder, 'page.html'), '<p>');
    writeFileSync(join(folder, 'list'), 'a.cn\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('takes addresses, pages, lists and standard input, in their order', async () => {
    const page = join(folder, 'page.html');
    const list = join(folder, 'list');
    expect(await readTargets(['z.cn', page, list, '-'], async () => 'b.cn\n')).toEqual([
      { asked: 'z.cn', address: 'https://z.cn' },
      { asked: page, file: page },
      { asked: 'a.cn', address: 'https://a.cn' },
      { asked: 'b.cn', address: 'https://b.cn' },
    ]);
  });

  test('says what is no target and goes on', async () => {
    const missing = join(folder, 'missing.txt');
    expect(await readTargets([missing, folder, 'ftp://a.cn', 'a.cn'], async () => '')).toEqual([
      { asked: missing, fault: 'no such file' },
      { asked: folder, fault: 'not a file' },
      { asked: 'ftp://a.cn', fault: 'neither an http(s) address nor a file' },
      { asked: 'a.cn', address: 'https://a.cn' },
    ]);
  });
});
