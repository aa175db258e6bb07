import { createServer, type Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';

/** A server on this machine. `url` ends in a slash. `close` also closes open connections. */
export type LocalServer = { url: string; close: () => Promise<void> };

/** The response to a path. */
export type Answer = { type: string; body: string | Uint8Array };

/**
 * Starts a server on a free port of 127.0.0.1 or of another address of this machine. `answer` gets each request's percent-encoded
 * path without its query, and returns the response. Null gives 404.
 */
export async function serveLocally(
  answer: (path: string) => Promise<Answer | null>,
  address = '127.0.0.1',
): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const found = await answer((request.url ?? '/').split('?')[0] ?? '/');
    if (found === null) response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    else response.writeHead(200, { 'content-type': found.type, 'cache-control': 'no-store' }).end(found.body);
  });
  const { port, close } = await listenLocally(server, address);
  return { url: `http://${address}:${port}/`, close };
}

/** Makes a server listen on a free port of 127.0.0.1 or of another address of this machine. `close` as in `LocalServer`. */
export async function listenLocally(
  server: Server | SecureServer,
  address = '127.0.0.1',
): Promise<{ port: number; close: () => Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server does not listen on a port.');
  return {
    port: bound.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
