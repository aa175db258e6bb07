/**
 * Works on items, at most `concurrency` at a time. Yields the results in the order of the items, each as soon as it and all before
 * it are done. Rejects at the first item in that order whose work rejects.
 */
export async function* mapInOrder<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void> {
  const starts: (() => Promise<void>)[] = [];
  const results = items.map(
    (item) =>
      new Promise<Result>((resolve, reject) => {
        starts.push(() => work(item).then(resolve, reject));
      }),
  );
  // A later item may reject while an earlier one is awaited. It is still reported in its turn.
  for (const result of results) result.catch(() => {});
  const queue = starts.values();
  for (let worker = 0; worker < concurrency; worker++) drain(queue);
  yield* results;
}

/** One worker. It takes the next item whenever it has finished one. */
async function drain(queue: Iterable<() => Promise<void>>): Promise<void> {
  for (const start of queue) await start();
}
