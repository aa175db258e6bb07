/** A browser that reaches one server on this machine, and nothing else. */
import type { BrowserContext, Page } from '@playwright/test';

/** A server on a port of 127.0.0.1. `has`: whether a host is one of its. */
export type OnlyServer = { port: number; has: (host: string) => boolean };

/**
 * Flags that leave one server to the browser. Whoever asks in it, a page, a worker or the browser on behalf of one, and for
 * whatever name or address, gets to that server or nowhere; no name is looked up. The media connections of pages go by the
 * resolver as well, but for UDP to an address, which the last flags take away: Chromium has had two names for that policy.
 */
export function isolationFlags(port: number): string[] {
  return [
    '--no-proxy-server',
    `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${port}, MAP * ~NOTFOUND`,
    '--disable-quic',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  ];
}

/**
 * Takes the name away that a page gave its window: a window keeps it where one site takes the place of another. Only a page
 * that no other led to, as when it is opened from here, loses it; a page that loads itself anew keeps what it chose.
 */
const clearWindowName = `if (top === self && document.referrer === '' &&
  performance.getEntriesByType('navigation')[0]?.type === 'navigate') window.name = '';`;

/**
 * Keeps the pages of a tab from leaving their server for an error page, and from what others have called the window; that
 * nothing else is reached is the resolver's. Only documents are held up, for all that is held up takes the time of two
 * processes.
 */
export async function confineToServer(context: BrowserContext, page: Page, { has }: OnlyServer): Promise<void> {
  const session = await context.newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const { protocol, host } = new URL(request.url);
    const isWithin = !/^https?:$/.test(protocol) || (protocol === 'http:' && has(host));
    const go = isWithin
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    // The page may be gone.
    go.catch(() => {});
  });
  await session.send('Page.enable');
  // In a world of its own: the page cannot tell, nor change what the script calls.
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: clearWindowName, worldName: 'forget-name' });
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
}
