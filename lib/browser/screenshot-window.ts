/**
 * A window of the extension's own, in which the pages of an audit are captured. A page of ours stands in it that says what it
 * is for (`entrypoints/screenshot-window`), and that closes itself as soon as the lock is free that the workspace holds: whatever
 * becomes of the workspace, the window does not stay.
 */
import { addAuditTab, auditTabPrefix, closeAuditTab } from './audit-tabs.ts';
import { browser } from './browser.ts';

/** The page that stands in the window, and the lock that keeps it open. */
const windowPage = '/screenshot-window.html';
const windowLock = 'icp-lens-screenshot-window';
/** The size of the window, in pixels: pages look as on a small laptop. */
const windowSize = { width: 1280, height: 900 };
/** An open window, with the tab that stands in it, and what closes both. */
export type ScreenshotWindow = { windowId: number; tabId: number; close: () => Promise<void> };

/** Opens the window, without the focus; null where the browser opens none. */
export async function openScreenshotWindow(): Promise<ScreenshotWindow | null> {
  const release = await holdLock();
  const url = browser.runtime.getURL(windowPage);
  const opened = await browser.windows.create({ url, focused: false, ...windowSize }).catch(() => null);
  const tabId = opened?.tabs?.[0]?.id;
  if (opened?.id === undefined || tabId === undefined) {
    release();
    return null;
  }
  // So that a later workspace closes it, should this one be killed and its page with it.
  await addAuditTab(tabId);
  return {
    windowId: opened.id,
    tabId,
    async close() {
      release();
      // With its last tab a window closes. What the user has opened in it stays.
      await closeAuditTab(tabId);
    },
  };
}

/** Holds the lock until what it gives is called. */
async function holdLock(): Promise<() => void> {
  return new Promise((resolve) => {
    void navigator.locks.request(windowLock, () => new Promise<void>((release) => resolve(release)));
  });
}

/** For the page in the window: closes it, and what an audit left open in it, as soon as no workspace needs it. */
export async function closeWhenUnneeded(): Promise<void> {
  await navigator.locks.request(windowLock, async () => {
    const { id = browser.tabs.TAB_ID_NONE, windowId } = await browser.tabs.getCurrent();
    const tabs = windowId === undefined ? [] : await browser.tabs.query({ windowId });
    const kept = await browser.storage.session.get(null);
    const isOurs = (tabId: number, opener: number | undefined): boolean =>
      opener === id || auditTabPrefix + tabId in kept;
    const left = tabs.flatMap((tab) => (tab.id !== undefined && isOurs(tab.id, tab.openerTabId) ? [tab.id] : []));
    await browser.storage.session.remove(left.map((tabId) => auditTabPrefix + tabId));
    // With its own tab this page ends, so that one comes last.
    await browser.tabs.remove([...left.filter((tabId) => tabId !== id), id]);
  });
}
