/** Creates a queue: a function that runs one step at a time, in the order of the calls. After a step that fails, the next one runs. */
export function createSerialQueue(): <Result>(step: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const current = last.then(step);
    last = current.catch(() => {});
    return current;
  };
}
