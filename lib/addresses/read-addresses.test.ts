import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddresses, readAddressTexts } from './read-addresses.ts';
import { type AddressFault, isSiteAddress, readSiteAddress } from './site-address.ts';

const addressesIn = (text: string): string[] => readAddresses(text).addresses.map(({ address }) => address);

describe('one address, read from a list', () => {
  test.each<[string, string, string]>([
    ['example.cn', 'https://example.cn/', 'a bare host'],
    ['  Example.CN ', 'https://example.cn/', 'capitals and blanks'],
    ['example.cn/about?x=1#top', 'https://example.cn/about?x=1#top', 'a bare host with a path'],
    ['http://example.cn', 'http://example.cn/', 'http stays'],
    ['HTTPS://EXAMPLE.CN/A', 'https://example.cn/A', 'capitals of a path stay'],
    ['例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/', 'an internationalised name'],
    ['例子.中国/关于', 'https://xn--fsqu00a.xn--fiqs8s/%E5%85%B3%E4%BA%8E', 'with a path'],
    ['https://例子。中国/', 'https://xn--fsqu00a.xn--fiqs8s/', 'with a Chinese full stop'],
    ['ｅｘａｍｐｌｅ.ｃｎ', 'https://example.cn/', 'full-width letters'],
    ['example.cn:8443', 'https://example.cn:8443/', 'a port'],
    ['localhost', 'https://localhost/', "one's own machine"],
    ['localhost:3000/demo', 'https://localhost:3000/demo', 'with a port'],
    ['nas:8080', 'https://nas:8080/', 'a name of the network with a port'],
    ['http://intranet/', 'http://intranet/', 'a name of the network with a scheme'],
    ['192.168.1.20', 'https://192.168.1.20/', 'a private address'],
    ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000/', 'the same with a scheme'],
    ['[::1]:3000', 'https://[::1]:3000/', 'of version 6'],
    ['my_shop.example.cn', 'https://my_shop.example.cn/', 'an underscore'],
    ['example.cn.', 'https://example.cn/', 'a complete name'],
    ['https://example.cn.:8443/', 'https://example.cn:8443/', 'with a port'],
    ['www.sina.com.cn。', 'https://www.sina.com.cn/', 'a Chinese full stop at the end'],
    ['www。baidu。com', 'https://www.baidu.com/', 'Chinese full stops for dots'],
    ['例子。中国', 'https://xn--fsqu00a.xn--fiqs8s/', 'an internationalised name with one'],
    ['ｗｗｗ．ｂａｉｄｕ．ｃｏｍ', 'https://www.baidu.com/', 'all of it in full width'],
    ['ｈｔｔｐｓ：／／ｑｑ．ｃｏｍ／？ａ＝１', 'https://qq.com/?a=1', 'with its scheme and path'],
    ['http：//a.cn/（甲）', 'http://a.cn/%EF%BC%88%E7%94%B2%EF%BC%89', 'full width in a path stays'],
    ['http://http://g.cn/', 'http://g.cn/', 'a scheme twice'],
    ['http://https://g.cn/x', 'https://g.cn/x', 'another scheme in front'],
    ['shop.example', 'https://shop.example/', 'a name for special use'],
    ['wiki.corp/x', 'https://wiki.corp/x', 'a name of a network of one’s own'],
    ['box.unheard:8080', 'https://box.unheard:8080/', 'any name with a port'],
    ['www.report.zip', 'https://www.report.zip/', 'a site that is called like a file'],
    ['https://point.md', 'https://point.md/', 'another, with its scheme'],
    ['https://example.cn/a@b', 'https://example.cn/a@b', 'a sign of mail addresses in the path'],
    ['example.cn?to=a@b', 'https://example.cn/?to=a@b', 'or behind it'],
  ])('%j is %s: %s', (text, address, _why) => {
    expect(readSiteAddress(text)).toMatchObject({ ok: true, address });
  });

  test.each<[string, AddressFault, string]>([
    ['', 'no-address', 'nothing'],
    ['hello', 'no-address', 'a word'],
    ['some words', 'no-address', 'words'],
    ['info@example.cn', 'no-address', 'a mail address'],
    ['12345', 'no-address', 'a number'],
    ['1.5', 'no-address', 'an amount'],
    ['v1.2', 'no-address', 'a version'],
    ['192.168.1', 'no-address', 'three quarters of an address'],
    ['192.168.1.300', 'no-address', 'out of range'],
    ['京ICP备10046444号-1', 'no-address', 'a number of ours'],
    ['3、a.cn', 'no-address', 'a numbered address is no name'],
    ['甲，乙.中国', 'no-address', 'a comma between names'],
    ['a..cn', 'no-address', 'an empty label'],
    ['report.zip', 'no-address', 'a file, though a suffix'],
    ['说明.md', 'no-address', 'another'],
    ['list.txt', 'no-address', 'a file'],
    ['page.html', 'no-address', 'a page on the disk'],
    ['Node.js', 'no-address', 'a technology'],
    ['今天很好。明天', 'no-address', 'two sentences'],
    ['官网www.a.cn', 'no-address', 'a word glued to a host'],
    ['请看a.cn和b.com', 'no-address', 'two hosts glued to words'],
    ['ｉｎｆｏ＠ａ．ｃｎ', 'no-address', 'a mail address in full width'],
    ['ｆｔｐ：／／ａ．ｃｎ', 'scheme', 'files of a server in full width'],
    ['http://http//g.cn/', 'host', 'a scheme for a host'],
    ['https://a.cn。b.cn', 'host', 'two sentences'],
    ['-a.cn', 'no-address', 'a label that begins with a hyphen'],
    ['a.cn,Name', 'no-address', 'a row of a table'],
    ['file:///etc/passwd', 'scheme', 'a file'],
    ['javascript:alert(1)', 'scheme', 'a script'],
    ['JavaScript://a.cn/%0aalert(1)', 'scheme', 'a script that looks like an address'],
    ['data:text/html,<b>', 'scheme', 'a page in an address'],
    ['mailto:info@example.cn', 'scheme', 'mail'],
    ['about:blank', 'scheme', 'a page of the browser'],
    ['chrome://settings', 'scheme', 'a page of the browser'],
    ['ftp://example.cn/', 'scheme', 'files of a server'],
    ['view-source:https://example.cn', 'scheme', 'the source of a page'],
    ['https://', 'host', 'no host'],
    ['https://a.cn:99999', 'host', 'no such port'],
    ['https://a b.cn', 'no-address', 'a blank'],
    ['https://a.cn,b.cn', 'host', 'a comma in the host'],
    ['[::1', 'host', 'a bracket that never closes'],
    ['https://user:secret@example.cn/', 'password', 'a password'],
    [`https://a.cn/${'a'.repeat(9000)}`, 'too-long', 'no page has such an address'],
  ])('%j is no address (%s): %s', (text, fault, _why) => {
    expect(readSiteAddress(text)).toEqual({ ok: false, fault });
  });
});

describe('a list of addresses', () => {
  test.each<[string, string, string[]]>([
    ['one address a line', 'a.cn\nhttps://b.cn/x\n', ['https://a.cn/', 'https://b.cn/x']],
    ['line ends of Windows and a byte order mark', '\uFEFFa.cn\r\nb.cn\r\n', ['https://a.cn/', 'https://b.cn/']],
    ['line ends of old Macs', 'a.cn\rb.cn', ['https://a.cn/', 'https://b.cn/']],
    ['empty lines and comments', '\n# sites\na.cn\n   \n\n', ['https://a.cn/']],
    ['a header', '网址\na.cn', ['https://a.cn/']],
    [
      'several addresses a line',
      'a.cn, b.cn；c.cn d.cn',
      ['https://a.cn/', 'https://b.cn/', 'https://c.cn/', 'https://d.cn/'],
    ],
    [
      'several addresses with schemes on a line',
      'https://a.cn/x,https://b.cn|http://c.cn',
      ['https://a.cn/x', 'https://b.cn/', 'http://c.cn/'],
    ],
    [
      'a grid of addresses',
      'a.cn,b.cn\nc.cn,d.cn',
      ['https://a.cn/', 'https://b.cn/', 'https://c.cn/', 'https://d.cn/'],
    ],
    [
      'numbered items',
      '1. a.cn\n2) b.cn\n3、c.cn\n- d.cn\n• https://e.cn',
      ['a', 'b', 'c', 'd', 'e'].map((name) => `https://${name}.cn/`),
    ],
    [
      'addresses in quotes and brackets',
      '"a.cn"\n<https://b.cn>\n(c.cn)',
      ['https://a.cn/', 'https://b.cn/', 'https://c.cn/'],
    ],
    [
      'addresses in a sentence',
      '官网：https://a.cn/关于，见https://b.cn。',
      ['https://a.cn/%E5%85%B3%E4%BA%8E', 'https://b.cn/'],
    ],
    [
      'addresses at the end of a sentence',
      'See https://a.cn/x.\nand (https://b.cn).',
      ['https://a.cn/x', 'https://b.cn/'],
    ],
    ['a comma in an address', 'https://a.cn/x,y\nb.cn', ['https://a.cn/x,y', 'https://b.cn/']],
    ['hosts in a sentence', '请审查 www.a.cn 和 b.com，谢谢。', ['https://www.a.cn/', 'https://b.com/']],
    [
      'hosts in a sentence without blanks',
      '请审查a.cn和www.b.cn/x。另见c.com',
      ['https://a.cn/', 'https://www.b.cn/x', 'https://c.com/'],
    ],
    [
      'words before an address',
      'H company www.i.cn\n官网：www.c.cn\n官网d.cn',
      ['https://www.i.cn/', 'https://www.c.cn/', 'https://d.cn/'],
    ],
    [
      'brackets of all sorts',
      '（www.b.cn）\n「www.c.cn」\n【d.cn】\n《e.cn》\n（官网：例子.中国）',
      ['www.b.cn', 'www.c.cn', 'd.cn', 'e.cn', 'xn--fsqu00a.xn--fiqs8s'].map((host) => `https://${host}/`),
    ],
    [
      'items numbered in all ways',
      '（1）www.a.cn\n①www.b.cn\n② www.c.cn\n３．www.d.cn\n4.www.e.cn\n五、f.cn\n[6] g.cn',
      ['www.a', 'www.b', 'www.c', 'www.d', 'www.e', 'f', 'g'].map((name) => `https://${name}.cn/`),
    ],
    [
      'full-width addresses among words',
      '官网是ｗｗｗ．ａ．ｃｎ，见www。b。cn',
      ['https://www.a.cn/', 'https://www.b.cn/'],
    ],
    ['sentences that end in an address', 'a.cn。b.cn', ['https://a.cn/', 'https://b.cn/']],
    [
      'addresses with and without a scheme on a line',
      'https://a.cn/x 例子.中国',
      ['https://a.cn/x', 'https://xn--fsqu00a.xn--fiqs8s/'],
    ],
    [
      'addresses without a blank between them',
      'https://a.cn/x见https://b.cn、www.c.cn',
      ['https://a.cn/x', 'https://b.cn/', 'https://www.c.cn/'],
    ],
    ['an address inside another', 'https://web.archive.org/https://a.cn', ['https://web.archive.org/https://a.cn']],
    ['addresses in brackets after a name', '甲公司(www.a.cn)、乙（b.com）', ['https://www.a.cn/', 'https://b.com/']],
    ['a header of two words', '公司官网\na.cn', ['https://a.cn/']],
    ['signs at the end of an address', 'https://a.cn/x.', ['https://a.cn/x.']],
  ])('is read with %s', (_what, text, expected) => {
    expect(readAddresses(text)).toMatchObject({ invalidLines: [], duplicates: [] });
    expect(addressesIn(text)).toEqual(expected);
  });

  test.each([
    '联系 info@a.cn 或 me@b.com',
    '附件 report.zip、说明.md、main.py 和 archive.v2.mov',
    '版本 v1.2.3，价格 3.50 元，比例 1.5',
    'Node.js, ASP.NET, Vue.js and co',
    'The end.It was Mr.Li of Acme Co.Ltd who came',
    'see ftp://a.cn/x.cn or C:\\site.cn or src/a.com',
    '京ICP备10046444号-1 京公网安备11010802020088号',
    'com.cn 和 co.uk 是后缀',
    'info @ a.cn',
    '我们是公司。主要做网络。信息',
    '邮箱：info＠a.cn',
  ])('gives no address for %j', (text) => {
    expect(readAddresses(text)).toMatchObject({
      addresses: [],
      invalidLines: [{ line: 1, text, reason: 'no-address' }],
    });
  });

  test('reports an invalid address among addresses, but no words among them', () => {
    const { addresses, invalidLines } = readAddresses('a.cn, b..cn, info@x.cn; c.cn\n公司 d.cn v1.2 3.5');
    expect(addresses.map(({ line, asked }) => [line, asked])).toEqual([
      [1, 'a.cn'],
      [1, 'c.cn'],
      [2, 'd.cn'],
    ]);
    expect(invalidLines.map(({ line, text }) => [line, text])).toEqual([
      [1, 'b..cn'],
      [1, 'info@x.cn'],
    ]);
  });

  test('gives an address as the user wrote it', () => {
    const { addresses } = readAddresses('① ｗｗｗ．ａ．ｃｎ\n请看（www。b。cn）。');
    expect(addresses.map(({ asked }) => asked)).toEqual(['ｗｗｗ．ａ．ｃｎ', 'www。b。cn']);
  });

  test('reports each line without an address with its number', () => {
    const text = "a.cn\n\nhello world\njavascript:open('https://b.cn')\nhttps://u:p@c.cn\r\nfile:///x\nd.cn";
    expect(readAddresses(text)).toEqual({
      addresses: [
        { line: 1, asked: 'a.cn', address: 'https://a.cn/' },
        { line: 7, asked: 'd.cn', address: 'https://d.cn/' },
      ],
      duplicates: [],
      table: null,
      invalidLines: [
        { line: 3, text: 'hello world', reason: 'no-address' },
        { line: 4, text: "javascript:open('https://b.cn')", reason: 'scheme' },
        { line: 5, text: 'https://u:p@c.cn', reason: 'password' },
        { line: 6, text: 'file:///x', reason: 'scheme' },
      ],
    });
  });

  test.each(['', '\n', '\uFEFF', ' \r\n\t\r\n'])('gives no address for %j', (text) => {
    expect(readAddresses(text)).toEqual({ addresses: [], duplicates: [], invalidLines: [], table: null });
  });

  test('cuts long lines without an address', () => {
    expect(readAddresses('x '.repeat(100_000)).invalidLines.map(({ text }) => text.length)).toEqual([200]);
  });
});

describe('duplicates', () => {
  test.each<[string, string, boolean]>([
    ['https://a.cn', 'https://A.CN/', true],
    ['https://a.cn', 'https://a.cn:443', true],
    ['http://a.cn:80', 'http://a.cn', true],
    ['https://a.cn/x', 'https://a.cn/x/', true],
    ['https://a.cn/x#part', 'https://a.cn/x', true],
    ['https://a.cn.', 'https://a.cn', true],
    ['www.a.cn。', 'www.a.cn', true],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s', true],
    ['a.cn', 'www.a.cn', false],
    ['http://a.cn', 'https://a.cn', false],
    ['a.cn', 'a.cn:8443', false],
    ['a.cn/x', 'a.cn/X', false],
    ['a.cn/?x=1', 'a.cn/?x=2', false],
  ])('%s and %s are one address: %s', (first, second, isSame) => {
    const { addresses, duplicates } = readAddresses(`${first}\nother.cn\n${second}`);
    expect(addresses.map(({ line }) => line)).toEqual(isSame ? [1, 2] : [1, 2, 3]);
    expect(duplicates).toEqual(isSame ? [{ line: 3, asked: second, sameAs: 1 }] : []);
  });
});

describe('a table of addresses', () => {
  test.each<[string, string, string[]]>([
    ['commas between cells', 'Company,Website\nAcme,a.cn\nBeta,b.cn', ['https://a.cn/', 'https://b.cn/']],
    [
      'semicolons between cells',
      '公司;网址;备注\n甲;https://a.cn;x\n乙;https://b.cn;',
      ['https://a.cn/', 'https://b.cn/'],
    ],
    ['tabs, as a spreadsheet copies', 'a.cn\tFirst\nb.cn\tSecond', ['https://a.cn/', 'https://b.cn/']],
    [
      'cells in quotes',
      'name,url\n"Acme, Inc.","https://a.cn/?q=1,2"\n"Say ""hi""",b.cn',
      ['https://a.cn/?q=1,2', 'https://b.cn/'],
    ],
    ['no header above it', 'Acme,https://a.cn/\nBeta,https://b.cn/', ['https://a.cn/', 'https://b.cn/']],
    [
      'a column named URL beside another of addresses',
      'Link from,URL\nhttps://x.com/1,a.cn\nhttps://x.com/2,b.cn',
      ['https://a.cn/', 'https://b.cn/'],
    ],
    ['a column of mail addresses', 'Contact,Site\ninfo@x.com,a.cn\nme@y.com,b.cn', ['https://a.cn/', 'https://b.cn/']],
    ['a header and one row', '网址,公司\na.cn,甲', ['https://a.cn/']],
    ['rows that are too short', `url,n\n${'x.cn,1\n'.repeat(30)}y.cn\n`, ['https://x.cn/', 'https://y.cn/']],
  ])('is read with %s', (_what, text, expected) => {
    expect(readAddresses(text).invalidLines).toEqual([]);
    expect(addressesIn(text)).toEqual(expected);
  });

  test.each<[string, string, string[], number]>([
    ['a name in English', 'Source,Official site\nhttps://www.qcc.com/1,a.cn', ['a.cn'], 1],
    ['a name in Chinese', '企查查链接,公司官网\nhttps://www.qcc.com/1,a.cn', ['a.cn'], 1],
    ['a name in one word', 'companyWebsite;source_url\na.cn;https://x.com/1', ['a.cn'], 0],
    ['a name above cells in brackets', '来源,官网\nhttps://x.com/1,（a.cn）', ['a.cn'], 1],
    ['the name of another column for the source', '链接来源,链接\nhttps://x.com/1,a.cn', ['a.cn'], 1],
    ['a name with gaps below it', '链接,官网\nhttps://x.com/1,a.cn\nhttps://x.com/2,\nhttps://x.com/3,', ['a.cn'], 1],
    [
      'names of sites that look like hosts',
      '网站名称,链接\nJD.com,https://a.cn/x\n乙,https://b.cn/y',
      ['https://a.cn/x', 'https://b.cn/y'],
      1,
    ],
    [
      'many sites rather than many pages of one',
      'A,B\nhttps://x.com/1,a.cn/x\nhttps://x.com/2,b.cn/y',
      ['a.cn/x', 'b.cn/y'],
      1,
    ],
    ['hosts rather than pages', 'URL,Website\nhttps://x.com/1,a.cn\nhttps://y.com/2,b.cn', ['a.cn', 'b.cn'], 1],
    ['no header', '甲,https://x.com/1,a.cn\n乙,https://x.com/2,b.cn', ['a.cn', 'b.cn'], 2],
  ])('with two columns of addresses is read by %s', (_what, text, asked, column) => {
    const read = readAddresses(text);
    expect(read.addresses.map(({ asked }) => asked)).toEqual(asked);
    expect(read.table?.column).toBe(column);
  });

  test('gives the column that was read and those that could be, and reads another on demand', () => {
    const text = '公司,来源,官网\n甲,https://x.com/1,a.cn\n乙,https://x.com/2,\n';
    const columns = [
      { column: 1, name: '来源' },
      { column: 2, name: '官网' },
    ];
    expect(readAddresses(text).table).toEqual({ column: 2, columns });
    expect(readAddresses(text, 1)).toMatchObject({
      table: { column: 1, columns },
      addresses: [{ asked: 'https://x.com/1' }, { asked: 'https://x.com/2' }],
    });
    expect(readAddresses(text, 0).table?.column, 'a column without addresses').toBe(2);
    expect(readAddressTexts(['a.cn', text], [null, 1])[1]?.table?.column).toBe(1);
  });

  test('gives no address for a row whose cell is empty', () => {
    const { addresses, invalidLines } = readAddresses('来源,官网\nhttps://x.com/1,a.cn\nhttps://x.com/2,\n');
    expect(addresses.map(({ asked }) => asked)).toEqual(['a.cn']);
    expect(invalidLines).toEqual([{ line: 3, text: 'https://x.com/2,', reason: 'no-address' }]);
  });

  test('reads cells as it reads lines', () => {
    const text = '公司,网址\n甲,（www.a.cn）\n乙,www。b。cn\n丙,官网：c.cn；d.cn';
    expect(addressesIn(text)).toEqual(['www.a.cn', 'www.b.cn', 'c.cn', 'd.cn'].map((host) => `https://${host}/`));
  });

  test('counts lines as an editor does where cells span several', () => {
    const text = 'note,url\r\n"two\r\nlines",a.cn\r\n\r\nx,nothing here\r\ny,b.cn\r\nz,\r\n';
    expect(readAddresses(text)).toEqual({
      addresses: [
        { line: 2, asked: 'a.cn', address: 'https://a.cn/' },
        { line: 6, asked: 'b.cn', address: 'https://b.cn/' },
      ],
      duplicates: [],
      table: { column: 1, columns: [{ column: 1, name: 'url' }] },
      invalidLines: [
        { line: 5, text: 'nothing here', reason: 'no-address' },
        { line: 7, text: 'z,', reason: 'no-address' },
      ],
    });
  });

  test('reads all rows after a quote that never closes', () => {
    const text = 'name,url\n"Acme,a.cn\nBeta,b.cn\nGamma,c.cn';
    expect(addressesIn(text)).toEqual(['https://a.cn/', 'https://b.cn/', 'https://c.cn/']);
  });
});

test("a browser's export of bookmarks gives its addresses", () => {
  const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<DL><p>
    <DT><H3 ADD_DATE="1">Sites, all</H3>
    <DT><A HREF="https://a.cn/?x=1&amp;y=2" ADD_DATE="1">A, the first</A>
    <DT><A ADD_DATE="2" HREF="javascript:void(0)">Do</A>
    <DT><A HREF="http://b.cn/">B</A>
</DL><p>`;
  expect(readAddresses(text)).toEqual({
    addresses: [
      { line: 6, asked: 'https://a.cn/?x=1&y=2', address: 'https://a.cn/?x=1&y=2' },
      { line: 8, asked: 'http://b.cn/', address: 'http://b.cn/' },
    ],
    duplicates: [],
    invalidLines: [{ line: 7, text: 'javascript:void(0)', reason: 'scheme' }],
    table: null,
  });
});

test('several texts are each read in their form, and an address in two of them is a duplicate', () => {
  const read = readAddressTexts(['b.cn\na.cn', 'name,website\nA,https://a.cn/\nC,https://c.cn/\nC2,https://c.cn']);
  expect(read).toEqual([
    {
      addresses: [
        { line: 1, asked: 'b.cn', address: 'https://b.cn/' },
        { line: 2, asked: 'a.cn', address: 'https://a.cn/' },
      ],
      duplicates: [],
      invalidLines: [],
      table: null,
    },
    {
      addresses: [{ line: 3, asked: 'https://c.cn/', address: 'https://c.cn/' }],
      duplicates: [
        { line: 2, asked: 'https://a.cn/', sameAs: 2, sameIn: 0 },
        { line: 4, asked: 'https://c.cn', sameAs: 3 },
      ],
      invalidLines: [],
      table: { column: 1, columns: [{ column: 1, name: 'website' }] },
    },
  ]);
});

describe('a hostile text takes no longer than another of its length', () => {
  test.each([
    '<a ',
    '"',
    '"\n',
    ',',
    'a,',
    'a.cn ',
    'https://',
    ' ',
    '.',
    '[',
    '1.',
    '#',
    'a.cn。',
    '（',
    '）',
    '①',
    'www.',
    'a。',
    'http://http:',
    'ａ．',
    '官网：',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
  ])('%j', (piece) => {
    const long = piece.repeat(100_000 / piece.length);
    for (const text of [long, `https://${long}x y`, `${long}x y`, `<!DOCTYPE NETSCAPE-Bookmark-file-1>${long}`]) {
      const { addresses, duplicates, invalidLines } = readAddresses(text);
      expect(addresses.length + duplicates.length + invalidLines.length).toBeLessThanOrEqual(text.length);
    }
  }, 5000);
});

describe('readAddresses of any text', () => {
  const pieces = fc.constantFrom(
    'a.cn',
    'https://b.cn/x',
    'w ord',
    'file:///x',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r\n',
    '网址',
    ' ',
    '例子.中国',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 40 }).map((found) => found.join('')),
  );

  test('gives each address once, and it is a web address that is read as itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { addresses } = readAddresses(text);
        for (const { address } of addresses) {
          expect(address).toMatch(/^https?:\/\/[^/@]/);
          expect(readSiteAddress(address)).toMatchObject({ ok: true, address });
        }
        expect(new Set(addresses.map(({ address }) => address)).size).toBe(addresses.length);
      }),
    );
  });

  test('gives only addresses that may be opened, and isSiteAddress refuses all others', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readAddresses(text).addresses.every(({ address }) => isSiteAddress(address))).toBe(true);
      }),
    );
    const others = ['a.cn', 'javascript:alert(1)', 'chrome://version/', 'file:///etc/hostname', ' https://a.cn/', ''];
    expect(others.filter(isSiteAddress)).toEqual([]);
    expect(isSiteAddress(`https://a.cn/${'a'.repeat(100_000)}`)).toBe(false);
  });

  test('gives lines of the text in order, and each duplicate points to an address', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { addresses, duplicates, invalidLines } = readAddresses(text);
        const count = text.split(/\r\n?|\n/).length;
        for (const found of [addresses, duplicates, invalidLines]) {
          const lines = found.map(({ line }) => line);
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
          expect(lines.every((line) => line >= 1 && line <= count)).toBe(true);
        }
        const known = new Set(addresses.map(({ line }) => line));
        expect(duplicates.every(({ sameAs, line }) => known.has(sameAs) && sameAs <= line)).toBe(true);
      }),
    );
  });

  // A function takes some hundred thousand arguments and no more: found addresses must never be handed over as such.
  test.each<[string, (count: number) => string]>([
    ['behind commas', (count) => hosts(count).join(',')],
    ['behind blanks', (count) => hosts(count).join(' ')],
    ['in a sentence', (count) => `请审查 ${hosts(count).join('、')}，谢谢`],
    ['in a cell of a table', (count) => `name,url\nA,"${hosts(count).join(';')}"\nB,b.cn`],
    ['in front of a quotation', (count) => `${hosts(count).join(' ')} https://last.cn`],
  ])('130 000 addresses on one line, %s, are read whole', (_how, write) => {
    const count = 130_000;
    const { addresses, invalidLines } = readAddresses(write(count));
    expect(addresses.length).toBeGreaterThanOrEqual(count);
    expect(invalidLines).toEqual([]);
  });

  test('a million addresses on one line are read whole', () => {
    expect(readAddresses(hosts(1_000_000).join(',')).addresses).toHaveLength(1_000_000);
  }, 180_000);

  function hosts(count: number): string[] {
    return Array.from({ length: count }, (_, place) => `site-${place}.cn`);
  }

  test('a list of a hundred thousand lines is read whole', () => {
    const count = 100_000;
    const text = Array.from({ length: count }, (_, place) => `site-${place % 60_000}.example.cn`).join('\n');
    const { addresses, duplicates, invalidLines } = readAddresses(text);
    expect([addresses.length, duplicates.length, invalidLines.length]).toEqual([60_000, 40_000, 0]);
    expect(duplicates.at(-1)).toEqual({ line: count, asked: 'site-39999.example.cn', sameAs: 40_000 });
  });
});
