import { expect, test } from 'vitest';
import { readAddressTexts } from './read-addresses.ts';
import { summariseAddresses } from './summarise-addresses.ts';

const texts = ['a.cn\nnothing here\na.cn\nb.cn', 'nor there\nb.cn\nc.cn\nfile:///x'];

test('counts all, and names the first lines of what was left out, with the text they stand in', () => {
  expect(summariseAddresses(readAddressTexts(texts), 100)).toEqual({
    addresses: 3,
    duplicates: {
      count: 2,
      first: [
        { at: { text: 0, line: 3 }, asked: 'a.cn', sameAs: { text: 0, line: 1 } },
        { at: { text: 1, line: 2 }, asked: 'b.cn', sameAs: { text: 0, line: 4 } },
      ],
    },
    rubbish: {
      count: 3,
      first: [
        { at: { text: 0, line: 2 }, content: 'nothing here', reason: 'no-address' },
        { at: { text: 1, line: 1 }, content: 'nor there', reason: 'no-address' },
        { at: { text: 1, line: 4 }, content: 'file:///x', reason: 'scheme' },
      ],
    },
  });
});

test('no more lines than are asked for', () => {
  const { duplicates, rubbish } = summariseAddresses(readAddressTexts(texts), 1);
  expect([duplicates.count, duplicates.first.length, rubbish.count, rubbish.first.length]).toEqual([2, 1, 3, 1]);
});

test('nothing in nothing', () => {
  expect(summariseAddresses(readAddressTexts([]), 100)).toMatchObject({ addresses: 0, rubbish: { count: 0 } });
});
