/** Gives a function that takes one step at a time, in the order of the calls. A step that fails lets the next one go on. */
export function createSerialQueue(): <Result>(step: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const current = last.then(step);
    last = current.catch(() => {});
    return current;
  };
}
