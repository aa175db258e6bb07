import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPageLife } from './lifecycle.ts';

const left = vi.fn();
const returned = vi.fn();
let ended: AbortController;

beforeEach(() => {
  vi.clearAllMocks();
  ended = new AbortController();
});

afterEach(() => {
  ended.abort();
  Reflect.deleteProperty(document, 'prerendering');
});

const shown = (persisted: boolean): Event => Object.assign(new Event('pageshow'), { persisted });

test('a visible page is followed at once', async () => {
  await watchPageLife(document, { left, returned }, ended.signal);
  dispatchEvent(new Event('pagehide'));
  expect(left).toHaveBeenCalledTimes(1);
});

test('only a page from the back/forward cache is reported as returned', async () => {
  await watchPageLife(document, { left, returned }, ended.signal);
  dispatchEvent(shown(false));
  expect(returned).not.toHaveBeenCalled();
  dispatchEvent(shown(true));
  expect(returned).toHaveBeenCalledTimes(1);
});

test('a prerendered page waits until it is shown', async () => {
  Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  const seen = vi.fn();
  const life = watchPageLife(document, { left, returned }, ended.signal).then(seen);
  await Promise.resolve();
  await new Promise(setImmediate);
  expect(seen).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('prerenderingchange'));
  await life;
  expect(seen).toHaveBeenCalledTimes(1);
});

test('an element named like the state of the document does not delay the page', async () => {
  const image = document.createElement('img');
  Object.defineProperty(document, 'prerendering', { value: image, configurable: true });
  await watchPageLife(document, { left, returned }, ended.signal);
});

test('no event is reported after the signal aborts', async () => {
  await watchPageLife(document, { left, returned }, ended.signal);
  ended.abort();
  dispatchEvent(new Event('pagehide'));
  dispatchEvent(shown(true));
  expect(left).not.toHaveBeenCalled();
  expect(returned).not.toHaveBeenCalled();
});
