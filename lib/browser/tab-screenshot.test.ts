import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureBehind, captureInFront, takeScreenshot } from './tab-screenshot.ts';

type Activated = (info: { windowId: number }) => void;

const page = { url: 'https://www.example.cn/', beganAt: 1 };
const image = `data:image/jpeg;base64,${btoa('screenshot')}`;
const captureVisibleTab = vi.fn();
/** What the tab shows, one after another; the last one stays. */
let shown: (typeof page | null)[];
let tab: { active: boolean; windowId: number };
let listeners: Set<Activated>;

beforeEach(() => {
  fakeBrowser.reset();
  captureVisibleTab.mockReset().mockResolvedValue(image);
  shown = [page];
  tab = { active: true, windowId: 3 };
  listeners = new Set();
  Object.assign(fakeBrowser.scripting, {
    executeScript: async () => {
      const result = shown.length > 1 ? shown.shift() : shown[0];
      if (result === null) throw new Error('Cannot access contents of the page.');
      return [{ result }];
    },
  });
  Object.assign(fakeBrowser.tabs, {
    captureVisibleTab,
    get: async () => tab,
    onActivated: {
      addListener: (listener: Activated) => listeners.add(listener),
      removeListener: (listener: Activated) => listeners.delete(listener),
    },
  });
  vi.stubGlobal('createImageBitmap', async () => ({ width: 1280, height: 800, close: () => {} }));
});

test('a screenshot says when it was taken, how large it is and what it shows', async () => {
  const screenshot = await takeScreenshot(7, page, 'top', async () => image);
  expect(screenshot).toEqual({
    image: expect.any(Blob),
    takenAt: expect.stringMatching(/Z$/),
    widthPx: 1280,
    heightPx: 800,
    view: 'top',
  });
  expect('image' in screenshot && [screenshot.image.type, await screenshot.image.text()]).toEqual([
    'image/jpeg',
    'screenshot',
  ]);
});

test.each([
  ['the address changed before', [{ ...page, url: 'https://www.example.cn/next' }]],
  ['the page was loaded again before', [{ ...page, beganAt: 2 }]],
  ['the address changed meanwhile', [page, { ...page, url: 'https://www.example.cn/next' }]],
  ['the page was loaded again meanwhile', [page, { ...page, beganAt: 2 }]],
  ['the browser no longer lets us ask', [page, null]],
])('another page is not taken for this one: %s', async (_what, documents) => {
  shown = documents;
  expect(await takeScreenshot(7, page, 'top', async () => image)).toEqual({ none: 'changed' });
});

test.each([
  ["Error: Either the '<all_urls>' or 'activeTab' permission is required.", 'not-allowed'],
  ['Error: Missing activeTab permission', 'not-allowed'],
  ['Error: Failed to capture tab: image readback failed', 'failed'],
])('%s: %s', async (message, none) => {
  expect(await takeScreenshot(7, page, 'top', () => Promise.reject(message))).toEqual({ none });
});

/** Fakes frames as in Firefox: each has the functions that the permissions allow when it is created. */
function fakeFrames(apiNow: () => object): { open: () => number } {
  let open = 0;
  const createElement = () => ({ contentWindow: { browser: apiNow() }, remove: () => open-- });
  vi.stubGlobal('document', { createElement, documentElement: { append: () => open++ } });
  return { open: () => open };
}

test('a tab behind others is captured where the right came after the page of the workspace', async () => {
  const captureTab = vi.fn().mockResolvedValue(image);
  Object.assign(fakeBrowser.tabs, { captureTab: undefined });
  let tabs = {};
  const frames = fakeFrames(() => ({ tabs }));
  await expect(captureBehind(7)).rejects.toThrow('permission');
  tabs = { captureTab };
  expect(await captureBehind(7)).toBe(image);
  expect(captureTab).toHaveBeenCalledExactlyOnceWith(7, { format: 'jpeg', quality: 85 });
  expect(frames.open()).toBe(0);
});

test('where the page has the function itself, no frame is made', async () => {
  const captureTab = vi.fn().mockResolvedValue(image);
  fakeFrames(() => expect.fail('A frame was made.'));
  Object.assign(fakeBrowser.tabs, { captureTab });
  expect(await captureBehind(7)).toBe(image);
  expect(captureTab).toHaveBeenCalledExactlyOnceWith(7, { format: 'jpeg', quality: 85 });
});

test('the window of the tab is captured, while the tab is in front', async () => {
  expect(await captureInFront(7)).toBe(image);
  expect(captureVisibleTab).toHaveBeenCalledExactlyOnceWith(3, { format: 'jpeg', quality: 85 });
  expect(listeners.size).toBe(0);
});

test('a tab behind another is not captured', async () => {
  tab = { active: false, windowId: 3 };
  expect(await captureInFront(7)).toBeNull();
  expect(captureVisibleTab).not.toHaveBeenCalled();
});

test.each([
  [3, null],
  [4, image],
])('another tab came to the front of window %i meanwhile', async (windowId, expected) => {
  captureVisibleTab.mockImplementation(async () => {
    for (const listener of listeners) listener({ windowId });
    return image;
  });
  expect(await captureInFront(7)).toBe(expected);
});

test('a tab that was moved to another window meanwhile is not captured', async () => {
  captureVisibleTab.mockImplementation(async () => {
    tab = { active: true, windowId: 4 };
    return image;
  });
  expect(await captureInFront(7)).toBeNull();
});

test('where the browser says too many, it is asked again', async () => {
  vi.useFakeTimers();
  const error = new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.');
  captureVisibleTab.mockRejectedValueOnce(error).mockRejectedValueOnce(error);
  const captured = captureInFront(7);
  await vi.runAllTimersAsync();
  expect(await captured).toBe(image);
  expect(captureVisibleTab).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});
