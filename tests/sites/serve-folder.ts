import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** HTML names its own charset: one of the sites is not UTF-8. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A server on this machine: its address ends in a slash; closing also cuts connections that are still open. */
export type Server = { url: string; close: () => Promise<void> };

/**
 * Serves a folder on a free port of 127.0.0.1. `/` gives `index.html`; whatever is no file of the folder, or of no known
 * type, gives 404. Nothing outside the folder can be reached.
 */
export async function serveFolder(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const file = fileFor(folder, request.url ?? '/');
    const type = file === null ? undefined : contentTypes[extname(file)];
    const body = file === null || type === undefined ? null : await readFile(file).catch(() => null);
    if (body === null || type === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** The file a request asks for; null where its path cannot be read or leads out of the folder. */
function fileFor(folder: string, requestUrl: string): string | null {
  const path = (requestUrl.split('?')[0] ?? '/').replace(/\/$/, '/index.html');
  try {
    const file = normalize(join(folder, decodeURIComponent(path)));
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}
