import type { WebRequest } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { allPages, hasServerPermissionFor, subscribeToServerPermission } from './permissions/server-permission.ts';
import { forgetAllAnswers, forgetAnswers, keepAnswer } from './server-answers.ts';

/**
 * Notes which address answers when a tab asks for a page, from the moment the user gives the right to see it until it is taken
 * back. To be called while the background starts, or answers that woke it are lost.
 */
export function watchServers(): void {
  startListening();
  subscribeToServerPermission({ given: startListening, taken: forgetAllAnswers });
  browser.tabs.onRemoved.addListener(forgetAnswers);
}

function startListening(): void {
  // In Firefox this part of the API is there only with the right.
  const { webRequest } = browser;
  if (webRequest === undefined) return;
  // A listener of an earlier time with the right hears nothing any more.
  webRequest.onResponseStarted.removeListener(recordAnswer);
  webRequest.onResponseStarted.addListener(recordAnswer, { urls: [allPages], types: ['main_frame'] });
}

/** Firefox tells the proxy; Chromium gives a proxy's address as if it were the server's. */
type Details = WebRequest.OnResponseStartedDetailsType & { proxyInfo?: { type: string } | null };

/** Redirects do not come here: it is the last address of a chain that answers. */
async function recordAnswer({ tabId, url, ip, proxyInfo }: Details): Promise<void> {
  // What belongs to no tab.
  if (tabId < 0) return;
  const proxied = (proxyInfo ?? { type: 'direct' }).type !== 'direct';
  await keepAnswer(tabId, { origin: new URL(url).origin, ip: ip ?? null, proxied }, () => hasServerPermissionFor(url));
}
