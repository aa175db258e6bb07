import { createServer, type RequestListener } from 'node:http';
import { listenLocally } from '../../cli/servers/local-server.ts';

/** Test sites for audits, each with a host of its own on this machine. */
export type AuditSites = {
  /** The address of a site, such as `http://numbers-1.localhost:40000/`. The first word of the name decides its content. */
  url: (name: string) => string;
  /** How often the home page of a site was requested. */
  requestCount: (name: string) => number;
  /** From now on, a site answers like sites of another kind, such as `none`. */
  changeKind: (name: string, kind: string) => void;
  /** Holds all responses from now on, except those of the named sites. */
  holdResponses: (...others: string[]) => void;
  /** Sends the held responses, and holds no more. */
  releaseResponses: () => void;
  close: () => Promise<void>;
};

const filingLink = 'https://beian.miit.gov.cn/';

/** The number on the site `numbers-<place>`. Places with the same remainder modulo 5 have the same holder. */
export function filingOf(place: number): string {
  return `京ICP备202101837${place % 5}号-${place + 1}`;
}

function page(body: string, title = '示例站点'): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body><main>文</main>${body}</body></html>`;
}

/** The response of a site, by the first word of its name: status, body and redirect. */
const answers: Record<string, (place: number, url: (name: string) => string) => [number, string, string?]> = {
  numbers: (place) => [
    200,
    page(`<footer style="text-align: center"><a href="${filingLink}">${filingOf(place)}</a></footer>`),
  ],
  none: () => [200, page('<footer>版权所有</footer>')],
  // The number is on the contact page.
  contact: () => [200, page('<nav><a href="/">首页</a> <a href="/contact">联系我们</a></nav>')],
  login: () => [200, page('<form><input type="password"></form>')],
  error: () => [200, page('<p>没有了</p>', '页面不存在')],
  broken: () => [500, page('<p>出错</p>')],
  away: (_, url) => [302, '', url('numbers-0')],
};

/** Serves the test sites. A site whose name begins with `silent` never answers. */
export async function serveAuditSites(): Promise<AuditSites> {
  const counts = new Map<string, number>();
  const changedKinds = new Map<string, string>();
  let waiting: (() => void)[] = [];
  let released: ReadonlySet<string> | null = null;
  let port = 0;
  const url = (name: string): string => `http://${name}.localhost:${port}/`;
  const listener: RequestListener = (request, response) => {
    const name = (request.headers.host ?? '').split('.')[0] ?? '';
    const [named = '', place = '0'] = name.split('-');
    const kind = changedKinds.get(name) ?? named;
    if (request.url === '/contact' && kind === 'contact') {
      const type = { 'content-type': 'text/html; charset=utf-8' };
      response.writeHead(200, type).end(page(`<footer>${filingOf(Number(place))}</footer>`));
      return;
    }
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const answer = (): void => {
      const [status, body, location] = answers[kind]?.(Number(place), url) ?? [404, page('')];
      const type = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
      response.writeHead(status, location === undefined ? type : { ...type, location }).end(body);
    };
    if (kind === 'silent') return;
    if (released === null || released.has(name)) answer();
    else waiting.push(answer);
  };
  const server = await listenLocally(createServer(listener));
  port = server.port;
  return {
    url,
    requestCount: (name) => counts.get(name) ?? 0,
    changeKind: (name, kind) => changedKinds.set(name, kind),
    holdResponses: (...others) => {
      released = new Set(others);
    },
    releaseResponses: () => {
      released = null;
      for (const answer of waiting) answer();
      waiting = [];
    },
    close: server.close,
  };
}
