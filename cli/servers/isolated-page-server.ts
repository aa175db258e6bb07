import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listenLocally } from './local-server.ts';

/** What a page's server gives for a path; `type` as in the header, null where the browser is to tell from the content. */
export type PageAnswer = { type: string | null; body: string | Readable };

/** A page that is served: `url` is where its own host begins, `http://….localhost/`. `remove`: from now on nothing is. */
export type ServedPage = { url: string; remove: () => void };

/**
 * A server for pages that come from this machine and are others' work. Each has a host of its own, so that none meets what
 * another has left in the browser; no page can guess the host of another. It answers what the host of a page is asked for, and
 * nothing else: neither requests by another name (DNS rebinding) nor any method but GET and HEAD.
 */
export type IsolatedPageServer = {
  /** Where it listens on 127.0.0.1. Browsers reach it with `onlyServer` alone; see `openBrowser`. */
  port: number;
  /** Whether a host is one of a page's that is served. */
  has: (host: string) => boolean;
  /** Serves what `answer` gives for the path of each request, percent-encoded as it came and without its query; null: 404. */
  add: (answer: (path: string) => Promise<PageAnswer | null>) => ServedPage;
  close: () => Promise<void>;
};

/** What the headers of a request may take, in bytes: more than the 180 cookies of 4 kB that Chromium keeps of a host. */
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
    // A page that leaves, or a file that ends early, ends the answer.
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
