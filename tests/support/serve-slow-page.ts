import { createServer, type ServerResponse } from 'node:http';
import { listenLocally } from '../../cli/servers/local-server.ts';

/** A page whose response stays open until `finish`. */
export type SlowPage = {
  url: string;
  /** Sends the rest of the page to all pending requests. */
  finish: (rest: string) => void;
  close: () => Promise<void>;
};

/** Serves a page on this machine. At first it sends only a beginning without numbers. */
export async function serveSlowPage(): Promise<SlowPage> {
  const open = new Set<ServerResponse>();
  const server = createServer((_, response) => {
    open.add(response);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(`<!doctype html><html lang="zh-CN"><title>慢</title><p>${'页面正在路上。'.repeat(200)}</p>`);
  });
  const { port, close } = await listenLocally(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    finish: (rest) => {
      for (const response of open) response.end(rest);
    },
    close,
  };
}
