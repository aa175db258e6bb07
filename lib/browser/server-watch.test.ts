import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAnswer } from './server-answers.ts';
import { watchServers } from './server-watch.ts';

type Listener = (...values: unknown[]) => unknown;

/** An event of the browser, with the listeners that it has. */
function fakeEvent() {
  const listeners = new Map<Listener, unknown[]>();
  return {
    listeners,
    addListener: (listener: Listener, ...filter: unknown[]) => listeners.set(listener, filter),
    removeListener: (listener: Listener) => listeners.delete(listener),
    trigger: (...values: unknown[]) => Promise.all([...listeners.keys()].map((listener) => listener(...values))),
  };
}

const contains = vi.fn();
let onAdded: ReturnType<typeof fakeEvent>;
let onRemoved: ReturnType<typeof fakeEvent>;
let onResponseStarted: ReturnType<typeof fakeEvent>;

beforeEach(() => {
  fakeBrowser.reset();
  contains.mockReset().mockResolvedValue(true);
  [onAdded, onRemoved, onResponseStarted] = [fakeEvent(), fakeEvent(), fakeEvent()];
  Object.assign(fakeBrowser.permissions, { contains, onAdded, onRemoved });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ optional_permissions: ['webRequest'] }) });
  Object.assign(fakeBrowser, { webRequest: { onResponseStarted } });
});

const answer = (change: object = {}) => ({
  tabId: 1,
  url: 'https://www.example.cn/a?b',
  ip: '192.0.2.1',
  fromCache: false,
  ...change,
});

test('answers to page requests are stored by origin', async () => {
  watchServers();
  expect([...onResponseStarted.listeners.values()]).toEqual([[{ urls: ['*://*/*'], types: ['main_frame'] }]]);
  await onResponseStarted.trigger(answer());
  expect(await readAnswer(1, 'https://www.example.cn')).toEqual({
    origin: 'https://www.example.cn',
    ip: '192.0.2.1',
    proxied: false,
  });
  expect(await readAnswer(1, 'http://www.example.cn')).toBeNull();
  expect(await readAnswer(2, 'https://www.example.cn')).toBeNull();
});

test('the last answer of an origin replaces earlier ones, and another origin does not', async () => {
  watchServers();
  // All at once: nothing must be lost between reading and writing.
  await Promise.all([
    onResponseStarted.trigger(answer()),
    onResponseStarted.trigger(answer({ ip: '192.0.2.2' })),
    onResponseStarted.trigger(answer({ url: 'https://download.example.cn/file.zip', ip: '192.0.2.3' })),
  ]);
  expect((await readAnswer(1, 'https://www.example.cn'))?.ip).toBe('192.0.2.2');
  expect((await readAnswer(1, 'https://download.example.cn'))?.ip).toBe('192.0.2.3');
});

test('a tab keeps the answers of the last eight origins', async () => {
  watchServers();
  const origins = Array.from({ length: 9 }, (_, n) => `https://${n}.example.cn`);
  for (const url of origins) await onResponseStarted.trigger(answer({ url: `${url}/` }));
  const kept = await Promise.all(origins.map(async (origin) => (await readAnswer(1, origin)) !== null));
  expect(kept).toEqual([false, ...Array(8).fill(true)]);
});

test.each([
  ['without proxy information is stored as direct', {}, false],
  ['whose proxy information is null is stored as direct', { proxyInfo: null }, false],
  ['whose proxy type is "direct" is stored as direct', { proxyInfo: { type: 'direct' } }, false],
  ['from an HTTP proxy is stored as proxied', { proxyInfo: { type: 'http', host: '192.0.2.9', port: 8080 } }, true],
  ['from a SOCKS proxy is stored as proxied', { proxyInfo: { type: 'socks' } }, true],
])('an answer %s', async (_what, change, proxied) => {
  watchServers();
  await onResponseStarted.trigger(answer(change));
  expect((await readAnswer(1, 'https://www.example.cn'))?.proxied).toBe(proxied);
});

test('an answer without an IP address is stored without one, and replaces an earlier answer', async () => {
  watchServers();
  await onResponseStarted.trigger(answer());
  await onResponseStarted.trigger(answer({ ip: undefined, fromCache: true }));
  expect((await readAnswer(1, 'https://www.example.cn'))?.ip).toBeNull();
});

test('an answer that belongs to no tab is not stored', async () => {
  watchServers();
  await onResponseStarted.trigger(answer({ tabId: -1 }));
  expect(await readAnswer(-1, 'https://www.example.cn')).toBeNull();
});

test('an answer that only a click on the icon lets the extension see is not stored without the permission', async () => {
  watchServers();
  contains.mockResolvedValue(false);
  await onResponseStarted.trigger(answer());
  expect(await readAnswer(1, 'https://www.example.cn')).toBeNull();
  expect(contains).toHaveBeenCalledWith({ permissions: ['webRequest'], origins: ['https://www.example.cn/*'] });
});

test('the listener is added as soon as the permission is granted, and only once', async () => {
  Object.assign(fakeBrowser, { webRequest: undefined });
  watchServers();
  expect(onResponseStarted.listeners.size).toBe(0);
  Object.assign(fakeBrowser, { webRequest: { onResponseStarted } });
  await onAdded.trigger({ permissions: ['webRequest'] });
  await onAdded.trigger({ origins: ['https://registry.example.cn/*'] });
  expect(onResponseStarted.listeners.size).toBe(1);
  await onResponseStarted.trigger(answer());
  expect(await readAnswer(1, 'https://www.example.cn')).not.toBeNull();
});

test('all answers are deleted when the server permission is removed, and none when another is', async () => {
  watchServers();
  await fakeBrowser.storage.session.set({ 'tab:1': { state: 'scanning' } });
  await onResponseStarted.trigger(answer());
  await onResponseStarted.trigger(answer({ tabId: 2 }));
  await onRemoved.trigger({ origins: ['https://registry.example.cn/*'] });
  expect(await readAnswer(1, 'https://www.example.cn')).not.toBeNull();
  contains.mockResolvedValue(false);
  await onRemoved.trigger({ permissions: ['webRequest'] });
  expect(contains).toHaveBeenLastCalledWith({
    permissions: ['webRequest'],
    origins: ['http://*/*', 'https://*/*'],
  });
  expect(await fakeBrowser.storage.session.get(null)).toEqual({ 'tab:1': { state: 'scanning' } });
});

test('the answers of a closed tab are deleted', async () => {
  watchServers();
  await onResponseStarted.trigger(answer());
  await onResponseStarted.trigger(answer({ tabId: 2 }));
  await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 0, isWindowClosing: false });
  expect(await readAnswer(1, 'https://www.example.cn')).toBeNull();
  expect(await readAnswer(2, 'https://www.example.cn')).not.toBeNull();
});
