/** Gives a function that takes one step at a time, in the order of the calls. A step that fails lets the next one go on. */
export function takeTurns(): <Result>(step: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const turn = last.then(step);
    last = turn.catch(() => {});
    return turn;
  };
}
