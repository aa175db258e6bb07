/** Restricts a browser to one server on this machine. */
import type { BrowserContext, Page } from '@playwright/test';

/** A server on a port of 127.0.0.1. `has` returns whether the server serves a host. */
export type OnlyServer = { port: number; has: (host: string) => boolean };

/**
 * Flags for Chromium that restrict it to one server. Every request of a page, a worker or the browser itself reaches that
 * server or fails, whatever host name or address it is for. No name is looked up. WebRTC connections use the resolver too,
 * except for UDP to an address. The last two flags disable that. They are two names that Chromium has had for one policy.
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
 * Clears `window.name`, which a window keeps when it navigates to another site. Only a page without a referrer that was opened by
 * a navigation loses it, such as one that this program opens. A page that reloads itself keeps its name.
 */
const clearWindowName = `if (top === self && document.referrer === '' &&
  performance.getEntriesByType('navigation')[0]?.type === 'navigate') window.name = '';`;

/**
 * Aborts navigations of a tab to other servers, which would end at an error page. Clears window names left by earlier pages. The
 * resolver rules (`isolationFlags`) already block all other servers. Only requests for documents are intercepted, because each
 * interception costs time in two processes.
 */
export async function confineToServer(context: BrowserContext, page: Page, { has }: OnlyServer): Promise<void> {
  const session = await context.newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const { protocol, host } = new URL(request.url);
    const isWithin = !/^https?:$/.test(protocol) || (protocol === 'http:' && has(host));
    const go = isWithin
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    // The page may have closed.
    go.catch(() => {});
  });
  await session.send('Page.enable');
  // The script runs in an isolated world: the page can neither detect it nor change the functions that it calls.
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: clearWindowName, worldName: 'forget-name' });
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
}
