import { type LocalServer, serveLocally } from '../../cli/servers/local-server.ts';

/** Serves HTML pages by path on this machine. `text` may be changed while they are served. */
export async function servePages(text: Record<string, string>): Promise<LocalServer> {
  return serveLocally(async (path) => {
    const body = text[path];
    return body === undefined ? null : { type: 'text/html; charset=utf-8', body };
  });
}
