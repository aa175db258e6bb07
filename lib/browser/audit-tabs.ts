/** The open tabs of audits. `storage.session` holds the list, so that the tabs of a closed or killed workspace can be found. */
import { browser } from './browser.ts';
import { setInSession } from './session-storage.ts';

/** The prefix of the keys in `storage.session`; the tab's id follows. */
export const auditTabPrefix = 'audit-tab:';

/** How long a tab may take to close, in milliseconds. */
const closeMs = 5_000;

/** Adds a tab to the list. */
export async function addAuditTab(tabId: number): Promise<void> {
  await setInSession(auditTabPrefix + tabId, true);
}

/** Whether an audit opened a tab, and has not closed it. */
export async function isAuditTab(tabId: number): Promise<boolean> {
  const key = auditTabPrefix + tabId;
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return stored[key] === true;
}

/** Closes a tab of an audit. A tab that does not close in time stays on the list: its page may ask the user whether to leave. */
export async function closeAuditTab(tabId: number): Promise<void> {
  if (await closeTab(tabId)) await browser.storage.session.remove(auditTabPrefix + tabId);
}

/**
 * Closes the tabs that an earlier workspace left open. To be called before an audit starts or resumes. A workspace in a private
 * window closes only private tabs, and any other workspace only other tabs: two such workspaces may run at the same time.
 */
export async function closeLeftoverTabs(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(auditTabPrefix));
  for (const tabId of keys.map((key) => Number(key.slice(auditTabPrefix.length)))) {
    if (await isInSamePrivacyMode(tabId)) await closeAuditTab(tabId);
  }
}

/** Whether a tab is private exactly if this page is. True also for a tab that is gone. */
async function isInSamePrivacyMode(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    ({ incognito }) => incognito === browser.extension.inIncognitoContext,
    () => true,
  );
}

/**
 * Closes a tab. Returns whether it is gone. Chromium never answers `tabs.remove` where the page has a `beforeunload` listener
 * and the machine is busy (tried with 156), so the event counts as well.
 */
async function closeTab(tabId: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isGone: boolean): void => {
      browser.tabs.onRemoved.removeListener(removed);
      clearTimeout(timer);
      resolve(isGone);
    };
    const removed = (id: number): void => {
      if (id === tabId) end(true);
    };
    const timer = setTimeout(end, closeMs, false);
    browser.tabs.onRemoved.addListener(removed);
    browser.tabs.remove(tabId).then(
      () => end(true),
      // The tab is gone already, or cannot be closed now, for example because the user drags it.
      () =>
        browser.tabs.get(tabId).then(
          () => end(false),
          () => end(true),
        ),
    );
  });
}
