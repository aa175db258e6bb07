import { afterEach, expect, test, vi } from 'vitest';
import { run } from './run.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Makes every look at the clock find it some milliseconds later. */
function clock(stepMs: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += stepMs;
    return now;
  });
}

function* pieces(count: number, done: string[] = []): Generator<void, string> {
  for (let piece = 0; piece < count; piece++) {
    done.push('piece');
    yield;
  }
  return 'whole';
}

test('run gives the result of the work, whatever the number of pieces', async () => {
  for (const count of [0, 1, 1000]) expect((await run(pieces(count))).value).toBe('whole');
});

test('short work is done without giving the page a turn', async () => {
  const turn = vi.fn(async () => {});
  vi.stubGlobal('scheduler', { yield: turn });
  clock(0);
  await run(pieces(100));
  expect(turn).not.toHaveBeenCalled();
});

test('the page gets a turn whenever the pieces add up to eight milliseconds', async () => {
  const done: string[] = [];
  vi.stubGlobal('scheduler', { yield: async () => void done.push('page') });
  clock(4);
  await run(pieces(5, done));
  expect(done).toEqual(['piece', 'piece', 'page', 'piece', 'piece', 'page', 'piece']);
});

test("the time of the page's turns does not count as busy", async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('scheduler', {
    yield: async () => {
      now += 1000;
    },
  });
  function* work(): Generator<void, null> {
    for (let piece = 0; piece < 3; piece++) {
      now += 10;
      yield;
    }
    return null;
  }
  expect((await run(work())).busyMs).toBe(30);
});

test('the page gets its turn in browsers without scheduler.yield too', async () => {
  vi.stubGlobal('scheduler', {});
  clock(8);
  let turns = 0;
  const others = setInterval(() => turns++);
  await run(pieces(20));
  clearInterval(others);
  expect(turns).toBeGreaterThan(0);
});

test('run rejects where the work throws', async () => {
  // biome-ignore lint/correctness/useYield: it breaks before it could.
  function* broken(): Generator<void, null> {
    throw new Error('broken');
  }
  await expect(run(broken())).rejects.toThrow('broken');
});
