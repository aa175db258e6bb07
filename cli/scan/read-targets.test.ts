import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTargets, type Target } from './read-targets.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-lens-targets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const nothing = async (): Promise<Blob> => new Blob([]);
const targetsOf = async (...args: string[]): Promise<Target[]> => (await readTargets(args, nothing)).targets;

test.each([
  ['https://example.cn/a?b#c', 'https://example.cn/a?b#c'],
  ['HTTP://example.cn', 'http://example.cn/'],
  ['example.cn', 'https://example.cn/'],
  ['example.cn:8080/about.html', 'https://example.cn:8080/about.html'],
  ['localhost:3000', 'https://localhost:3000/'],
  ['127.0.0.1', 'https://127.0.0.1/'],
  ['[::1]:80/x', 'https://[::1]:80/x'],
  ['例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/'],
])('%s is an address', async (asked, address) => {
  expect(await targetsOf(asked)).toEqual([{ asked, address }]);
});

test.each([
  'list.txt',
  'page.html',
  './example.cn',
  '../a',
  '/nowhere/example.cn',
  'pages/a.html',
  'list',
  'two words',
  'info@a.cn',
])('%s is neither an address nor a file', async (asked) => {
  expect(await targetsOf(asked)).toEqual([{ asked, fault: 'no such file, and no address of a website' }]);
});

test('targets come from addresses, pages, lists and standard input, in their order', async () => {
  const page = write('page.html', '<p>');
  const list = write('list', 'a.cn\n');
  expect(await readTargets(['z.cn', page, list, '-', page], async () => new Blob(['b.cn\n']))).toEqual({
    targets: [
      { asked: 'z.cn', address: 'https://z.cn/' },
      { asked: page, file: page },
      { asked: 'a.cn', address: 'https://a.cn/' },
      { asked: 'b.cn', address: 'https://b.cn/' },
    ],
    remarks: [],
  });
});

test('an argument that is no target gets a fault, and the others are read', async () => {
  expect(await targetsOf(folder, 'ftp://a.cn', 'https://', 'a.cn')).toEqual([
    { asked: folder, fault: 'not a file' },
    { asked: 'ftp://a.cn', fault: 'an address, but not of a page on the web' },
    { asked: 'https://', fault: 'a name or a port that cannot exist' },
    { asked: 'a.cn', address: 'https://a.cn/' },
  ]);
});

test('a line of a list without an address gets a fault with its number and no password', async () => {
  const list = write(
    'list.txt',
    '\uFEFF# head\r\n\r\n a.cn \n#b.cn\nno address\npage.html\ninfo@a.cn\nhttp://u:p@c.cn/x\n',
  );
  expect(await targetsOf(list)).toEqual([
    { asked: 'a.cn', address: 'https://a.cn/' },
    { asked: 'no address', fault: `no address of a website (${list}:5)` },
    { asked: 'page.html', fault: `no address of a website (${list}:6)` },
    { asked: 'info@a.cn', fault: `no address of a website (${list}:7)` },
    {
      asked: 'http://…@c.cn/x',
      fault: `holds a user name or a password, which would end up in what is written (${list}:8)`,
    },
  ]);
  expect(JSON.stringify(await targetsOf('https://user:secret@c.cn/'))).not.toMatch(/user:|secret/);
});

test('an address named twice becomes one target, and a remark names its lines', async () => {
  const list = write('twice.txt', 'a.cn\nb.cn\nhttps://A.cn/\n');
  expect(await readTargets(['b.cn', list], nothing)).toEqual({
    targets: [
      { asked: 'b.cn', address: 'https://b.cn/' },
      { asked: 'a.cn', address: 'https://a.cn/' },
    ],
    remarks: [`${list}: named before and merged: 2 (line 2, 3).`],
  });
});

test('a table in GB 18030 is read, and a remark names its column', async () => {
  // 公司,网址 and 甲,a.cn and 乙,b.cn in GB 18030.
  const head = [0xb9, 0xab, 0xcb, 0xbe, 0x2c, 0xcd, 0xf8, 0xd6, 0xb7, 0x0d, 0x0a];
  const rows = [0xbc, 0xd7, ...Buffer.from(',a.cn\r\n'), 0xd2, 0xd2, ...Buffer.from(',b.cn\r\n')];
  const table = write('sites.csv', Uint8Array.from([...head, ...rows]));
  expect(await readTargets([table], nothing)).toEqual({
    targets: [
      { asked: 'a.cn', address: 'https://a.cn/' },
      { asked: 'b.cn', address: 'https://b.cn/' },
    ],
    remarks: [`${table}: column 2, 网址, was read.`],
  });
});
