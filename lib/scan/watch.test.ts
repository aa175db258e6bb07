import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ScanCost, watch } from './watch.ts';

let ended: AbortController;
let readings: { finish: (busyMs?: number, roots?: Node[]) => Promise<void> }[];

/** A reading that is under way until it is finished. */
const read = vi.fn<() => Promise<ScanCost>>(
  () =>
    new Promise((resolve) => {
      readings.push({
        finish: async (busyMs = 1, roots = [document]) => {
          resolve({ roots, busyMs });
          await settle();
        },
      });
    }),
);

/** Lets promises and mutation observers have their say. */
const settle = () => vi.advanceTimersByTimeAsync(0);

const change = async (text: string, parent: Node = document.body): Promise<void> => {
  parent.textContent = text;
  await settle();
};

const finish = async (index: number, busyMs?: number, roots?: Node[]): Promise<void> =>
  readings[index]?.finish(busyMs, roots);

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren();
  ended = new AbortController();
  readings = [];
  read.mockClear();
});

afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

async function watched(busyMs = 1) {
  const page = watch(document, read, ended.signal);
  void page.readNow();
  await settle();
  await finish(0, busyMs);
  expect(read).toHaveBeenCalledTimes(1);
  return page;
}

test('a page that does not change is read once', async () => {
  await watched();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(1);
});

test('a burst of changes leads to one reading, a moment later', async () => {
  await watched();
  for (let at = 0; at < 20; at++) await change(`${at}`);
  await vi.advanceTimersByTimeAsync(299);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledTimes(2);
});

test('a page that never stops changing is still read', async () => {
  await watched();
  for (let at = 0; at < 30; at++) {
    await change(`${at}`);
    await vi.advanceTimersByTimeAsync(50);
    await finish(read.mock.calls.length - 1);
  }
  expect(read.mock.calls.length).toBeGreaterThan(3);
});

test('the wait grows with what the last reading cost', async () => {
  await watched(50);
  await change('a');
  await vi.advanceTimersByTimeAsync(4_999);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledTimes(2);
});

test('a change while the page is read leads to a further reading', async () => {
  await watched();
  await change('a');
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledTimes(2);
  await change('b');
  await finish(1);
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledTimes(3);
});

test('a reading never begins before the last has ended', async () => {
  const page = await watched();
  await change('a');
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledTimes(2);
  await change('b');
  void page.readNow();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).toHaveBeenCalledTimes(2);
  await finish(1);
  await settle();
  expect(read).toHaveBeenCalledTimes(3);
});

test('a requested reading does not wait where readings take long', async () => {
  const page = await watched(1_000);
  await change('a');
  void page.readNow();
  await settle();
  expect(read).toHaveBeenCalledTimes(2);
});

test('a requested reading is done when its promise resolves', async () => {
  const page = await watched();
  const done = vi.fn();
  void page.readNow().then(done);
  await settle();
  expect(done).not.toHaveBeenCalled();
  await finish(1);
  expect(done).toHaveBeenCalled();
});

test('roots that a reading found are watched afterwards', async () => {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  const page = watch(document, read, ended.signal);
  void page.readNow();
  await settle();
  await finish(0, 1, [document, root]);
  await change('a', root);
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledTimes(2);
});

test.each([
  ['frame', true],
  ['script', true],
  ['img', false],
])('when %s has loaded, the page is read again: %s', async (name, isRead) => {
  const element = document.createElement(name);
  await watched();
  document.body.append(element);
  await settle();
  await vi.advanceTimersByTimeAsync(300);
  await finish(1);
  element.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledTimes(isRead ? 3 : 2);
});

test.each(['resting', 'waiting'])('the page is not read after the signal aborts while %s', async (state) => {
  await watched();
  if (state === 'waiting') await change('a');
  ended.abort();
  await change('b');
  document.body.append(document.createElement('script'));
  document.querySelector('script')?.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).toHaveBeenCalledTimes(1);
});
