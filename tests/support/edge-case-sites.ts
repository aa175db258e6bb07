import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { type LocalServer, listenLocally } from '../../cli/servers/local-server.ts';

/** Returns an address of this machine that refuses connections. */
export async function unusedAddress(): Promise<string> {
  const { port, close } = await listenLocally(createServer());
  await close();
  return `http://127.0.0.1:${port}/`;
}

const form = '<!doctype html><meta charset="utf-8">';
const html = { 'content-type': 'text/html; charset=utf-8' };
/** The responses of edge cases, by path. `ends`: the outcomes in an audit with the server permission, and in one without it. */
export const edgeCaseSites: Record<
  string,
  {
    status?: number;
    headers?: Record<string, string>;
    body?: string;
    /** Whether the response never ends after the body was sent. */
    isEndless?: boolean;
    ends: [string, string];
  }
> = {
  missing: { status: 404, body: '<p>没有</p>', ends: ['unreachable http 404', 'unreachable http 404'] },
  failing: { status: 500, body: '<p>出错</p>', ends: ['unreachable http 500', 'unreachable http 500'] },
  // Many sites answer an unknown path with their header and footer.
  framed: {
    status: 404,
    body: '<p>没有</p><footer>京ICP备2021018370号-1</footer>',
    ends: ['numbers', 'numbers'],
  },
  guarded: {
    status: 403,
    headers: { 'cf-mitigated': 'challenge' },
    ends: ['barrier challenge', 'unreachable http 403'],
    body: '<p>…</p>',
  },
  login: { body: '<input type="password">', ends: ['barrier login', 'barrier login'] },
  dialog: { body: '<dialog><input type="password"></dialog><p>文</p>', ends: ['none', 'none'] },
  wordy: { body: '<title>页面不存在</title>', ends: ['barrier error-page', 'barrier error-page'] },
  download: {
    headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename=a.bin' },
    body: 'x',
    ends: ['blocked', 'blocked'],
  },
  refresh: { body: '<meta http-equiv="refresh" content="0;url=/numbers">', ends: ['numbers', 'numbers'] },
  script: { body: '<script>setTimeout(() => location.replace("/numbers"))</script>', ends: ['numbers', 'numbers'] },
  leaving: {
    body: '<footer>京ICP备2021018370号-1</footer><script>addEventListener("beforeunload", (event) => event.preventDefault())</script>',
    ends: ['numbers', 'numbers'],
  },
  // As with a third-party counter that never answers.
  stuck: {
    body: '<script async src="/never"></script><img src="/never"><footer>京ICP备2021018370号-1</footer>',
    ends: ['numbers', 'numbers'],
  },
  // A page that navigates to an app stops loading, and gets no content script.
  app: {
    body: '<footer>京ICP备2021018370号-1</footer><script>location.href = "weixin://x"</script>',
    ends: ['numbers', 'unreachable network null'],
  },
  endless: { body: '<p>文</p>', isEndless: true, ends: ['unreachable timeout null', 'unreachable timeout null'] },
  empty: { status: 204, ends: ['unreachable http 204', 'unreachable timeout null'] },
  numbers: { body: '<footer>京ICP备2021018370号-1</footer>', ends: ['numbers', 'numbers'] },
};

/** Serves a site on this machine with a self-signed certificate. */
export async function serveSelfSigned(): Promise<LocalServer> {
  const pem = readFileSync(join(import.meta.dirname, 'self-signed.pem'));
  const server = createSecureServer({ key: pem, cert: pem }, (_, response) =>
    response.end(edgeCaseSites['numbers']?.body),
  );
  const { port, close } = await listenLocally(server);
  return { url: `https://127.0.0.1:${port}/`, close };
}

/** Serves the edge cases on this machine. */
export async function serveEdgeCaseSites(): Promise<LocalServer> {
  const server = createServer(({ url = '' }, response) => {
    if (url === '/never') return;
    const site = edgeCaseSites[url.slice(1)];
    response.writeHead(site?.status ?? (site === undefined ? 404 : 200), { ...html, ...site?.headers });
    response.write(`${site?.headers?.['content-type'] === undefined ? form : ''}${site?.body ?? ''}`);
    if (site?.isEndless !== true) response.end();
  });
  const { port, close } = await listenLocally(server);
  return { url: `http://127.0.0.1:${port}/`, close };
}
