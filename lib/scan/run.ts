/** Longest stretch of work before the page gets its turn, in milliseconds. A frame is 16. */
const turnMs = 8;

/** The result of some work, and how long the work kept the main thread busy, in milliseconds. */
export type Timed<T> = { value: T; busyMs: number };

/** Runs work that yields after small pieces. Lets the page take its turn whenever the pieces add up to some milliseconds. */
export async function run<T>(work: Generator<void, T>): Promise<Timed<T>> {
  let busyMs = 0;
  for (;;) {
    const start = performance.now();
    for (let spent = 0; spent < turnMs; spent = performance.now() - start) {
      const step = work.next();
      if (step.done) return { value: step.value, busyMs: busyMs + performance.now() - start };
    }
    busyMs += performance.now() - start;
    await pageTurn();
  }
}

function pageTurn(): Promise<void> {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

declare global {
  // Not in TypeScript's library yet; absent in Firefox before 142 and Chrome before 129.
  var scheduler: { yield?: () => Promise<void> } | undefined;
}
