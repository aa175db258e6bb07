import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchRoute } from './route.ts';

const changed = vi.fn();
let ended: AbortController;

/** Goes to an address without a load and has the page's events told of it. */
function go(address: string, event: 'popstate' | 'hashchange'): void {
  history.replaceState(null, '', address);
  dispatchEvent(new Event(event));
}

beforeEach(() => {
  Reflect.get(window, 'happyDOM').setURL('https://example.cn/');
  changed.mockClear();
  ended = new AbortController();
});

afterEach(() => {
  ended.abort();
  vi.unstubAllGlobals();
});

test.each([
  ['/about', 1, 'another path'],
  ['/?page=2', 1, 'another query'],
  ['/#/about', 1, 'a route in the fragment'],
  ['/#!about', 1, 'a route in the fragment, the older way'],
  ['/#top', 0, 'a place on the same page'],
  ['/', 0, 'the same address'],
])('the address %s is reported %d times: %s', (address, times) => {
  watchRoute(changed, ended.signal);
  go(address, 'popstate');
  go(address, 'hashchange');
  expect(changed).toHaveBeenCalledTimes(times);
});

test('the Navigation API reports a new address in browsers that have it', () => {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  watchRoute(changed, ended.signal);
  history.pushState(null, '', '/about');
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(changed).toHaveBeenCalledTimes(1);
});

test('a new address and the way back are reported twice', () => {
  watchRoute(changed, ended.signal);
  go('/about', 'popstate');
  go('/', 'popstate');
  expect(changed).toHaveBeenCalledTimes(2);
});

test('no new address is reported after the signal aborts', () => {
  watchRoute(changed, ended.signal);
  ended.abort();
  go('/about', 'popstate');
  expect(changed).not.toHaveBeenCalled();
});
