import { setTimeout as wait } from 'node:timers/promises';

/**
 * Returns the result of a promise. After the limit, it rejects with `timeout: within … s ` and the result of `explain`, which is
 * called at that moment. The work behind the promise is not stopped.
 */
export async function withTimeout<Result>(
  limitMs: number,
  work: Promise<Result>,
  explain: () => string,
): Promise<Result> {
  const timer = new AbortController();
  // After the limit nothing handles a rejection of the work.
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
