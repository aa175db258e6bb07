/**
 * Works on items, at most `concurrency` of them at a time, and gives the results in the order of the items, each as soon as it
 * and those before it are there. Rejected with the first item whose work is.
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
  // A later item may fail while an earlier one is waited for: it is not forgotten, its turn comes.
  for (const result of results) result.catch(() => {});
  const queue = starts.values();
  for (let worker = 0; worker < concurrency; worker++) drain(queue);
  yield* results;
}

/** One worker: takes the next item whenever it is done with one. */
async function drain(queue: Iterable<() => Promise<void>>): Promise<void> {
  for (const start of queue) await start();
}
