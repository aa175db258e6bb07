import { expect, test } from 'vitest';
import { joinAddresses, listOfAddresses } from './join-addresses.ts';
import { readAddresses } from './read-addresses.ts';

const table = 'name,site\n甲,a.cn\n乙,b.cn\n丙,not one\n';
const bookmarks = '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://c.cn/?a=1&amp;b=2">C</A>\n</DL>';

test.each<[string, string, string, string]>([
  ['', table, table, 'alone, a text stays as it is'],
  ['  \n', bookmarks, bookmarks, 'blanks are no text'],
  ['x.cn\n', 'y.cn\nz.cn', 'x.cn\ny.cn\nz.cn', 'lists'],
  ['x.cn', '网址\r\ny.cn', 'x.cn\ny.cn', "a list's header"],
  ['# mine\nx.cn', table, '# mine\nx.cn\na.cn\nb.cn\nnot one', 'a table below a list'],
  [table, 'x.cn', 'a.cn\nb.cn\nnot one\nx.cn', 'a list below a table'],
  [bookmarks, table, 'https://c.cn/?a=1&b=2\na.cn\nb.cn\nnot one', 'a table below bookmarks'],
  ['x.cn', bookmarks, 'x.cn\nhttps://c.cn/?a=1&b=2', 'bookmarks below a list'],
  [
    '来源,官网\nhttps://x.com/1,a.cn\nhttps://x.com/2,',
    'b.cn',
    'a.cn\n# https://x.com/2,\nb.cn',
    'a row without its address',
  ],
])('%j with %j below becomes %j (%s)', (above, below, expected, _why) => {
  expect(joinAddresses(above, below)).toBe(expected);
});

test('the list of a table has the addresses of the chosen column', () => {
  expect(listOfAddresses('来源,官网\nhttps://x.com/1,a.cn\n', 0)).toBe('https://x.com/1');
});

test('joined texts give the addresses that each gives alone', () => {
  const addresses = (text: string): string[] => readAddresses(text).addresses.map(({ address }) => address);
  const all = [bookmarks, table, 'x.cn, y.cn', 'https://a.cn/path'];
  expect(addresses(all.reduce(joinAddresses))).toEqual(all.flatMap(addresses));
});
