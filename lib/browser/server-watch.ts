import type { WebRequest } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { allPages, hasServerPermissionFor, subscribeToServerPermission } from './permissions/server-permission.ts';
import { forgetAllAnswers, forgetAnswers, keepAnswer } from './server-answers.ts';

/**
 * Records the IP address that answers each page request of a tab, as long as the user allows it. To be called while the background
 * starts, or the answer that woke it is lost.
 */
export function watchServers(): void {
  startListening();
  subscribeToServerPermission({ given: startListening, taken: forgetAllAnswers });
  browser.tabs.onRemoved.addListener(forgetAnswers);
}

function startListening(): void {
  // In Firefox, `webRequest` is undefined without the permission.
  const { webRequest } = browser;
  if (webRequest === undefined) return;
  // A listener from before the permission was removed is no longer called.
  webRequest.onResponseStarted.removeListener(recordAnswer);
  webRequest.onResponseStarted.addListener(recordAnswer, { urls: [allPages], types: ['main_frame'] });
}

/** Firefox adds the proxy; Chromium gives a proxy's address as if it were the server's. */
type Details = WebRequest.OnResponseStartedDetailsType & { proxyInfo?: { type: string } | null };

/** Not called for redirects, only for the last address of a chain. */
async function recordAnswer({ tabId, url, ip, proxyInfo }: Details): Promise<void> {
  // The request belongs to no tab.
  if (tabId < 0) return;
  const proxied = (proxyInfo ?? { type: 'direct' }).type !== 'direct';
  await keepAnswer(tabId, { origin: new URL(url).origin, ip: ip ?? null, proxied }, () => hasServerPermissionFor(url));
}
