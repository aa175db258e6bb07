/**
 * Screenshots of the pages of an audit. Firefox captures tabs behind others. Chromium captures only what is in front of a window,
 * so there audits that want screenshots open their pages in a window of their own, which never gets the focus:
 *
 *   (none) ──first page──▶ open ──audit ends or pauses, workspace is gone──▶ (none)
 *                            └──closed by the user──▶ closed: pages open behind others again, without screenshots ──▶ (none)
 *
 * Never is anything captured but the page itself: its document is the one that was read, and it is in front, before and after.
 */
import type { MaybeScreenshot } from '../audits/page-screenshot.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { isOwn } from '../icp/finding.ts';
import { createSerialQueue } from '../jobs/serial-queue.ts';
import { maxUrlChars } from '../scan/limits.ts';
import { browser } from './browser.ts';
import { mayTakeScreenshots } from './permissions/screenshot-permission.ts';
import { bringIntoView } from './popup-actions.ts';
import { openScreenshotWindow, type ScreenshotWindow } from './screenshot-window.ts';
import {
  captureBehind,
  captureInFront,
  isShown,
  screenshotsBehind,
  type TabDocument,
  takeScreenshot,
} from './tab-screenshot.ts';

/** How an audit's screenshots are taken. */
export type AuditScreenshots = {
  /** The window in which a page that is to be captured is to be opened; null for any. */
  windowFor: () => Promise<ScreenshotWindow | null>;
  /**
   * A screenshot of the page whose report this is, or why there is none. `page` is the document that the tab showed before it was
   * read; null where that could not be told. Never rejects.
   */
  take: (tabId: number, page: TabDocument | null, report: SiteReport) => Promise<MaybeScreenshot>;
  /** Whether the user has closed the window during this audit. */
  isClosed: () => Promise<boolean>;
  /** Closes the window: the audit is no longer worked on. */
  closeWindow: () => Promise<void>;
};

/** How long a page may take to be drawn once it is in front, and how long all of its screenshot may take; in milliseconds. */
const drawMs = 3_000;
const screenshotMs = 15_000;

/** The screenshots of the audits that this page works on, one audit at a time. */
export function openAuditScreenshots(): AuditScreenshots {
  let window: Promise<ScreenshotWindow | null> | null = null;
  const inOrder = createSerialQueue();

  async function isClosed(): Promise<boolean> {
    const open = await window;
    return open !== null && !(await isThere(open.tabId));
  }

  async function take(tabId: number, page: TabDocument, report: SiteReport): Promise<MaybeScreenshot> {
    const view = await showFirstNumber(tabId, report);
    if (screenshotsBehind) return takeScreenshot(tabId, page, view, captureBehind);
    await browser.tabs.update(tabId, { active: true });
    if (!(await isDrawn(tabId))) return { none: (await isShown(tabId, page)) ? 'covered' : 'changed' };
    return takeScreenshot(tabId, page, view, captureInFront);
  }

  return {
    async windowFor() {
      if (screenshotsBehind || !(await mayTakeScreenshots())) return null;
      window ??= openScreenshotWindow();
      return (await isClosed()) ? null : window;
    },
    async take(tabId, page, report) {
      if (!(await mayTakeScreenshots())) return { none: 'not-allowed' };
      if (!screenshotsBehind && (await window) === null) return { none: 'failed' };
      if (await isClosed()) return { none: 'closed' };
      if (page === null || page.url.slice(0, maxUrlChars) !== report.url) return { none: 'changed' };
      const late = new Promise<MaybeScreenshot>((resolve) => setTimeout(resolve, screenshotMs, { none: 'failed' }));
      // One at a time: in front of the window is one page.
      const screenshot = await inOrder(() => Promise.race([take(tabId, page, report), late])).catch(
        (): MaybeScreenshot => ({ none: 'failed' }),
      );
      return 'none' in screenshot && (await isClosed()) ? { none: 'closed' } : screenshot;
    },
    isClosed,
    async closeWindow() {
      const closing = window;
      window = null;
      await (await closing)?.close();
    },
  };
}

async function isThere(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/** Scrolls a page to the first number of the site's own, if it shows one. */
async function showFirstNumber(tabId: number, { findings }: SiteReport): Promise<'number' | 'top'> {
  const own = findings.find(isOwn);
  if (own === undefined) return 'top';
  const { start, end } = own.number;
  return (await bringIntoView(tabId, { block: own.block, start, end })) ? 'number' : 'top';
}

/** Whether a page is drawn, with the images in sight, now that it is in front. */
async function isDrawn(tabId: number): Promise<boolean> {
  const draw = async (limitMs: number): Promise<boolean> => {
    // Pages that nobody could see get no frames.
    const frames = async (): Promise<void> => {
      for (let count = 0; count < 2; count += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    await frames();
    const isInSight = (image: Element): boolean => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const coming = [...document.images].filter((image) => !image.complete && isInSight(image));
    const late = new Promise((resolve) => setTimeout(resolve, limitMs));
    await Promise.race([late, Promise.all(coming.map((image) => image.decode().catch(() => {})))]);
    await frames();
    return true;
  };
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2 * drawMs, false));
  const drawn = browser.scripting
    .executeScript({ target: { tabId }, func: draw, args: [drawMs] })
    .then(([frame]) => frame?.result === true);
  return Promise.race([drawn.catch(() => false), late]);
}
