import { setTimeout as wait } from 'node:timers/promises';

/**
 * Gives what a promise gives, unless it takes longer than the limit: then it is rejected with `timeout: within … s ` and what
 * `explain` says at that moment. The work behind the promise is not stopped.
 */
export async function withTimeout<Result>(
  limitMs: number,
  work: Promise<Result>,
  explain: () => string,
): Promise<Result> {
  const timer = new AbortController();
  // A rejection that comes after the limit has nobody left to hear it.
  work.catch(() => {});
  try {
    return await Promise.race([
      work,
      wait(limitMs, undefined, { signal: timer.signal }).then(() => {
        throw new Error(`timeout: within ${limitMs / 1000} s ${explain()}`);
      }),
    ]);
  } finally {
    timer.abort();
  }
}
