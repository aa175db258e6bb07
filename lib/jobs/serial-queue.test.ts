import { expect, test } from 'vitest';
import { createSerialQueue } from './serial-queue.ts';

test('the steps of a queue run one after another, in the order of the calls, and return their results', async () => {
  const inTurn = createSerialQueue();
  const steps: string[] = [];
  let finish = (): void => {};
  const first = inTurn(async () => {
    steps.push('first begins');
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    steps.push('first ends');
    return 1;
  });
  const second = inTurn(async () => steps.push('second'));
  await Promise.resolve();
  finish();
  expect(await first).toBe(1);
  await second;
  expect(steps).toEqual(['first begins', 'first ends', 'second']);
});

test('a step that fails rejects for its caller, and the next step runs', async () => {
  const inTurn = createSerialQueue();
  const failed = inTurn(() => Promise.reject(new Error('broken')));
  const next = inTurn(async () => 'done');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
