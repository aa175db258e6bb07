import type { WebRequest } from 'webextension-polyfill';
import { causeOf, challengeHeader, isAborted, type NetworkAnswer } from '../audits/page-outcome.ts';
import { browser } from './browser.ts';
import { allPages } from './permissions/server-permission.ts';

/**
 * Listens to what the network answers to requests for pages, until the signal aborts; gives what it last said of a tab, null
 * for nothing. Hears nothing without the right to see servers.
 */
export function listenToNetwork(signal: AbortSignal): (tabId: number) => NetworkAnswer | null {
  const last = new Map<number, NetworkAnswer>();
  const { webRequest } = browser;
  if (webRequest === undefined) return () => null;
  const filter: WebRequest.RequestFilter = { urls: [allPages], types: ['main_frame'] };
  const answered = ({ tabId, statusCode, responseHeaders }: WebRequest.OnResponseStartedDetailsType): void => {
    const challenge = responseHeaders?.some(({ name }) => name.toLowerCase() === challengeHeader) ?? false;
    last.set(tabId, { status: statusCode, challenge });
  };
  const broken = ({ tabId, error }: WebRequest.OnErrorOccurredDetailsType): void => {
    if (!isAborted(error)) last.set(tabId, { cause: causeOf(error) });
  };
  webRequest.onResponseStarted.addListener(answered, filter, ['responseHeaders']);
  webRequest.onErrorOccurred.addListener(broken, filter);
  signal.addEventListener('abort', () => {
    webRequest.onResponseStarted.removeListener(answered);
    webRequest.onErrorOccurred.removeListener(broken);
  });
  return (tabId) => last.get(tabId) ?? null;
}
