import { expect, test } from 'vitest';
import { readAddressTexts } from './read-addresses.ts';
import { summariseAddresses } from './summarise-addresses.ts';

const texts = ['a.cn\nnothing here\na.cn\nb.cn', 'nor there\nb.cn\nc.cn\nfile:///x'];

test('a summary counts all addresses and gives the first lines left out, with their text', () => {
  expect(summariseAddresses(readAddressTexts(texts), 100)).toEqual({
    addresses: 3,
    duplicates: {
      count: 2,
      first: [
        { at: { text: 0, line: 3 }, asked: 'a.cn', sameAs: { text: 0, line: 1 } },
        { at: { text: 1, line: 2 }, asked: 'b.cn', sameAs: { text: 0, line: 4 } },
      ],
    },
    invalidLines: {
      count: 3,
      first: [
        { at: { text: 0, line: 2 }, content: 'nothing here', reason: 'no-address' },
        { at: { text: 1, line: 1 }, content: 'nor there', reason: 'no-address' },
        { at: { text: 1, line: 4 }, content: 'file:///x', reason: 'scheme' },
      ],
    },
    tables: [],
  });
});

test('a summary gives no more lines than asked for', () => {
  const { duplicates, invalidLines } = summariseAddresses(readAddressTexts(texts), 1);
  expect([duplicates.count, duplicates.first.length, invalidLines.count, invalidLines.first.length]).toEqual([
    2, 1, 3, 1,
  ]);
});

test('a summary gives for each table the column read and the possible columns', () => {
  const table = '来源,官网\nhttps://x.com/1,a.cn\n';
  const columns = [
    { column: 0, name: '来源' },
    { column: 1, name: '官网' },
  ];
  expect(summariseAddresses(readAddressTexts(['b.cn', table]), 1).tables).toEqual([{ text: 1, column: 1, columns }]);
  expect(summariseAddresses(readAddressTexts(['b.cn', table], [null, 0]), 1).tables).toEqual([
    { text: 1, column: 0, columns },
  ]);
});

test('a summary of no text counts nothing', () => {
  expect(summariseAddresses(readAddressTexts([]), 100)).toMatchObject({ addresses: 0, invalidLines: { count: 0 } });
});
