import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listenLocally } from './local-server.ts';

/** The response to a path. `type`: the content type header; null if the browser must detect the type from the content. */
export type PageAnswer = { type: string | null; body: string | Readable };

/** A page that is served. `url`: the root of its host, `http://….localhost/`. `remove` stops serving it. */
export type ServedPage = { url: string; remove: () => void };

/**
 * A server for untrusted pages of this machine. Each page has a host of its own, so that it cannot see what another left in the
 * browser. No page can guess the host of another. The server answers only GET and HEAD requests for the hosts of its pages.
 * Requests for other hosts are refused (DNS rebinding).
 */
export type IsolatedPageServer = {
  /** Its port on 127.0.0.1. Only browsers opened with `onlyServer` can reach its hosts (`openBrowser`). */
  port: number;
  /** Whether a host is that of a page that is served now. */
  has: (host: string) => boolean;
  /** Serves a page. `answer` gets each request's percent-encoded path without its query. Its null gives 404. */
  add: (answer: (path: string) => Promise<PageAnswer | null>) => ServedPage;
  close: () => Promise<void>;
};

/** The maximum size of a request's headers, in bytes. More than the 180 cookies of 4 kB that Chromium keeps for a host. */
const maxHeaderSize = 1 << 20;

export async function serveIsolatedPages(): Promise<IsolatedPageServer> {
  const pages = new Map<string, (path: string) => Promise<PageAnswer | null>>();
  const server = createServer({ maxHeaderSize }, async ({ method, url = '/', headers: { host = '' } }, response) => {
    const headers = { 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' };
    const answer = pages.get(host);
    if (answer === undefined) return void response.writeHead(421, headers).end();
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, headers).end();
    const found = await answer(url.split('?')[0] ?? '/').catch(() => null);
    if (found === null) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, ...(found.type !== null && { 'content-type': found.type }) });
    if (typeof found.body === 'string') return void response.end(found.body);
    // The pipeline fails if the page is closed or the file ends early. Then the response is destroyed.
    await pipeline(found.body, response).catch(() => response.destroy());
  });
  const { port, close } = await listenLocally(server);
  return {
    port,
    has: (host) => pages.has(host),
    add(answer) {
      const host = `${randomBytes(16).toString('hex')}.localhost`;
      pages.set(host, answer);
      return { url: `http://${host}/`, remove: () => void pages.delete(host) };
    },
    close,
  };
}
