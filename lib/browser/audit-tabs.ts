/** The tabs that audits have open, kept in `storage.session`: what is left of a workspace that was closed or killed is there. */
import { browser } from './browser.ts';
import { setInSession } from './session-storage.ts';

/** What the keys of such tabs begin with. */
export const auditTabPrefix = 'audit-tab:';

/** How long a tab may take to close, in milliseconds. */
const closeMs = 5_000;

/** Notes down a tab as one of an audit. */
export async function addAuditTab(tabId: number): Promise<void> {
  await setInSession(auditTabPrefix + tabId, true);
}

/** Whether a tab is one that an audit has open. */
export async function isAuditTab(tabId: number): Promise<boolean> {
  const key = auditTabPrefix + tabId;
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return stored[key] === true;
}

/** Closes a tab of an audit. One that does not close in time, as where the user is asked whether to leave it, stays noted down. */
export async function closeAuditTab(tabId: number): Promise<void> {
  if (await closeTab(tabId)) await browser.storage.session.remove(auditTabPrefix + tabId);
}

/**
 * Closes the tabs that an earlier workspace left open. To be called before an audit goes on. Those of private windows are for a
 * workspace in one, and others for others: each may be at work beside the other.
 */
export async function closeLeftoverTabs(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(auditTabPrefix));
  for (const tabId of keys.map((key) => Number(key.slice(auditTabPrefix.length)))) {
    if (await isInSamePrivacyMode(tabId)) await closeAuditTab(tabId);
  }
}

/** Whether a tab is in a private window as this page is, or in a usual one as this page is; also where it is gone. */
async function isInSamePrivacyMode(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    ({ incognito }) => incognito === browser.extension.inIncognitoContext,
    () => true,
  );
}

/**
 * Closes a tab; whether it is gone. Chromium leaves the answer to `tabs.remove` out where a page listens to being left and the
 * machine is busy (tried with 156), so the event counts as well.
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
      // Gone already, or held fast, as by somebody who drags it.
      () =>
        browser.tabs.get(tabId).then(
          () => end(false),
          () => end(true),
        ),
    );
  });
}
