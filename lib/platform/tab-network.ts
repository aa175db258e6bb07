import type { WebRequest } from 'webextension-polyfill';
import type { UnreachableCause } from '../audit/entry.ts';
import { browser } from './browser.ts';
import { allPages } from './server-permission.ts';

/** What the network said to a tab's last request for a page. */
export type NetworkAnswer =
  /** `challenge`: a guard in front of the site wants to see whether a person asks. */
  { status: number; challenge: boolean } | { cause: UnreachableCause };

/** Errors of browsers by what they mean to people; Chromium's names (net::ERR_…) and Firefox's (NS_ERROR_…, SEC_ERROR_…). */
const causes: readonly (readonly [RegExp, UnreachableCause])[] = [
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|DNS_|UNKNOWN_HOST/, 'dns'],
  [/CERT|SSL|^SEC_ERROR|MOZILLA_PKIX|TLS/, 'tls'],
  [/TIMED?_?OUT|NET_TIMEOUT/, 'timeout'],
  [/CONNECTION_REFUSED|ADDRESS_UNREACHABLE|UNSAFE_PORT|PORT_ACCESS/, 'refused'],
];

/** Which cause an error of the browser stands for: `net::ERR_NAME_NOT_RESOLVED` is `dns`; `network` for all others. */
export function causeOf(error: string): UnreachableCause {
  return causes.find(([pattern]) => pattern.test(error))?.[1] ?? 'network';
}

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
    const challenge = responseHeaders?.some(({ name }) => name.toLowerCase() === 'cf-mitigated') ?? false;
    last.set(tabId, { status: statusCode, challenge });
  };
  const broken = ({ tabId, error }: WebRequest.OnErrorOccurredDetailsType): void => {
    last.set(tabId, { cause: causeOf(error) });
  };
  webRequest.onResponseStarted.addListener(answered, filter, ['responseHeaders']);
  webRequest.onErrorOccurred.addListener(broken, filter);
  signal.addEventListener('abort', () => {
    webRequest.onResponseStarted.removeListener(answered);
    webRequest.onErrorOccurred.removeListener(broken);
  });
  return (tabId) => last.get(tabId) ?? null;
}
