import { describe, expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

/** Work that is done when the test says so. */
function gates(): { work: (item: string) => Promise<string>; started: string[]; open: (item: string) => void } {
  const started: string[] = [];
  const opens = new Map<string, () => void>();
  return {
    started,
    work: (item) =>
      new Promise((resolve) => {
        started.push(item);
        opens.set(item, () => resolve(item.toUpperCase()));
      }),
    open: (item) => opens.get(item)?.(),
  };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('inOrder', () => {
  test('gives results in the order of the items, whichever is done first', async () => {
    const { work, open } = gates();
    const results = all(inOrder(['a', 'b', 'c'], 3, work));
    for (const item of ['c', 'b', 'a']) open(item);
    expect(await results).toEqual(['A', 'B', 'C']);
  });

  test('works on no more items at a time than asked, and a slow item holds up only its own', async () => {
    const { work, started, open } = gates();
    const results = inOrder(['slow', 'b', 'c', 'd'], 2, work);
    const first = results.next();
    expect(started).toEqual(['slow', 'b']);
    open('b');
    await expect.poll(() => started).toEqual(['slow', 'b', 'c']);
    open('c');
    await expect.poll(() => started).toEqual(['slow', 'b', 'c', 'd']);
    open('slow');
    open('d');
    expect((await first).value).toBe('SLOW');
    expect(await all(results)).toEqual(['B', 'C', 'D']);
  });

  test('is rejected with the failure of an item', async () => {
    const results = all(
      inOrder([1, 2], 1, async (item) => {
        if (item === 2) throw new Error('two');
        return item;
      }),
    );
    await expect(results).rejects.toThrow('two');
  });

  test('gives nothing for no items', async () => {
    expect(await all(inOrder([], 2, async (item) => item))).toEqual([]);
  });
});
