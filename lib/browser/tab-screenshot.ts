/** Screenshots of what a tab shows. */
import type { MaybeScreenshot, PageScreenshot } from '../audits/page-screenshot.ts';
import { createSerialQueue } from '../jobs/serial-queue.ts';
import { browser } from './browser.ts';

/** The largest screenshot that is kept as it is, in bytes. Larger ones, of pages full of photographs on fine screens, are scaled down. */
const maxBytes = 1_500_000;
/** JPEG at a quality at which small print stays legible. */
const format = { format: 'jpeg', quality: 85 } as const;

/** A document in a tab: another one of the same address has begun at another time. */
export type TabDocument = { url: string; beganAt: number };

/** The document that a tab shows; null where the browser does not let us ask, or there is none. */
export async function documentOf(tabId: number): Promise<TabDocument | null> {
  const look = () => ({ url: location.href, beganAt: performance.timeOrigin });
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, func: look });
    const result: unknown = found?.result;
    return isDocument(result) ? result : null;
  } catch {
    return null;
  }
}

function isDocument(value: unknown): value is TabDocument {
  return typeof value === 'object' && value !== null && 'beganAt' in value;
}

/** Whether a tab still shows a document, at the same address. */
export async function isShown(tabId: number, { url, beganAt }: TabDocument): Promise<boolean> {
  const now = await documentOf(tabId);
  return now !== null && now.url === url && now.beganAt === beganAt;
}

/**
 * A screenshot of a document in a tab, by `capture`, which gives it as a data URL, or null where it could not be sure whose it
 * would be. It is a screenshot of that document or none: the tab shows the document before and after.
 */
export async function takeScreenshot(
  tabId: number,
  shown: TabDocument,
  view: PageScreenshot['view'],
  capture: (tabId: number) => Promise<string | null>,
): Promise<MaybeScreenshot> {
  if (!(await isShown(tabId, shown))) return { none: 'changed' };
  const takenAt = new Date().toISOString();
  try {
    const url = await capture(tabId);
    if (url === null || !(await isShown(tabId, shown))) return { none: 'changed' };
    return { ...(await imageOf(url)), takenAt, view };
  } catch (error) {
    // The error messages of both browsers name the permissions that are needed.
    return { none: /permission|activeTab|all_urls/i.test(String(error)) ? 'not-allowed' : 'failed' };
  }
}

/** Whether the browser can capture background tabs. Firefox can, but its function for that exists only with the permission. */
export const screenshotsBehind = import.meta.env.FIREFOX;

/** Captures a background tab. Only if `screenshotsBehind`. */
export async function captureBehind(tabId: number): Promise<string> {
  const known = captureTabOf(browser);
  if (known !== null) return known(tabId);
  // A page in Firefox keeps the functions that it had permission for when it first used their part of the API. A later permission
  // adds none (tried with 153). A new frame of the page has the functions of the current permissions.
  const frame = document.createElement('iframe');
  frame.hidden = true;
  try {
    document.documentElement.append(frame);
    const capture = captureTabOf(Reflect.get(frame.contentWindow ?? {}, 'browser'));
    if (capture === null) throw new Error('The permission to capture tabs is missing.');
    return await capture(tabId);
  } finally {
    frame.remove();
  }
}

/** The function that captures any tab, of an API of the browser; null where it has none. */
function captureTabOf(api: unknown): ((tabId: number) => Promise<string>) | null {
  const { tabs } = api !== null && typeof api === 'object' && 'tabs' in api ? api : { tabs: null };
  if (tabs === null || typeof tabs !== 'object' || !('captureTab' in tabs)) return null;
  const { captureTab } = tabs;
  return typeof captureTab === 'function' ? (tabId) => captureTab.call(tabs, tabId, format) : null;
}

/** Captures a tab that is in front of its window; null where it is not, or another came to the front meanwhile. */
export async function captureInFront(tabId: number): Promise<string | null> {
  const { windowId } = await browser.tabs.get(tabId);
  let changed = false;
  const listener = (info: { windowId: number }): void => {
    changed ||= info.windowId === windowId;
  };
  return inOrder(async () => {
    browser.tabs.onActivated.addListener(listener);
    try {
      if (!(await isInFront(tabId, windowId))) return null;
      const url = await captureWindow(windowId ?? browser.windows.WINDOW_ID_CURRENT);
      return changed || !(await isInFront(tabId, windowId)) ? null : url;
    } finally {
      browser.tabs.onActivated.removeListener(listener);
    }
  });
}

async function isInFront(tabId: number, windowId: number | undefined): Promise<boolean> {
  const tab = await browser.tabs.get(tabId);
  return tab.active && tab.windowId === windowId;
}

const inOrder = createSerialQueue();

/** Chromium takes two screenshots a second for an extension and refuses the third (MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND). */
const pauseMs = 500;
const tooMany = /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/;

/** Asks again as often as it is told that it asked too often. */
async function captureWindow(windowId: number): Promise<string> {
  for (;;) {
    try {
      return await browser.tabs.captureVisibleTab(windowId, format);
    } catch (error) {
      if (!tooMany.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** The image of a data URL with its size; no larger than is kept. */
async function imageOf(url: string): Promise<Pick<PageScreenshot, 'image' | 'widthPx' | 'heightPx'>> {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
  let image = new Blob([bytes], { type: 'image/jpeg' });
  const bitmap = await createImageBitmap(image);
  let { width, height } = bitmap;
  while (image.size > maxBytes) {
    // A little less than what would be just enough, if bytes went by area alone.
    const scale = 0.9 * Math.sqrt(maxBytes / image.size);
    [width, height] = [Math.floor(width * scale), Math.floor(height * scale)];
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
    image = await canvas.convertToBlob({ type: 'image/jpeg', quality: format.quality / 100 });
  }
  bitmap.close();
  return { image, widthPx: width, heightPx: height };
}
