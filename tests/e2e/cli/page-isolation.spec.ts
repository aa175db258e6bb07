/** Local pages, opened as by `scan` and `extract`, reach only their own server and see no data of other pages. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { type BrowserSession, openBrowser, type Tab } from '../../../cli/browser/open-browser.ts';
import { clearPageData } from '../../../cli/pages/read-isolated-page.ts';
import {
  type IsolatedPageServer,
  type PageAnswer,
  type ServedPage,
  serveIsolatedPages,
} from '../../../cli/servers/isolated-page-server.ts';
import { buildOf } from '../../support/build-output.ts';

let pages: IsolatedPageServer;
let browser: BrowserSession;
test.beforeAll(async () => {
  pages = await serveIsolatedPages();
  const extension = buildOf('chrome');
  browser = await openBrowser({ extension, onlyServer: pages, closeOthers: true, sandbox: 'wanted' });
});
test.afterAll(async () => {
  await browser.close();
  await pages.close();
});

const worker = `onmessage = async ({ data, ports: [port] }) => {
  const ends = data.map((url) => fetch(url, { mode: 'no-cors' }));
  await Promise.allSettled(ends);
  (port ?? self).postMessage('done');
}`;
/** A service worker that answers in place of the server as soon as it is installed. */
const keeper = `oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(clients.claim());
const kept = '<script>window.name = "kept"</script>';
onfetch = (event) => event.respondWith(new Response(kept, { headers: { 'content-type': 'text/html' } }));`;
const files: Record<string, PageAnswer> = {
  '/keeper.js': { type: 'text/javascript', body: keeper },
  '/': { type: 'text/html', body: '<!doctype html><meta charset="utf-8"><title>page</title><p>text' },
  '/worker.js': { type: 'text/javascript', body: worker },
};
const answer = async (path: string): Promise<PageAnswer | null> => files[path] ?? null;

async function openPage(opened: BrowserSession): Promise<{ tab: Tab; served: ServedPage; url: string }> {
  const tab = await opened.openTab();
  const served = pages.add(answer);
  await tab.page.goto(served.url);
  return { tab, served, url: served.url };
}

/** An address of this machine in a network, if it has one. */
const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((each) => each?.family === 'IPv4' && !each.internal)?.address;

/** Listens on every address of this machine by TCP and UDP. Records the protocol and first bytes of all that arrives. */
async function listen(): Promise<{ port: number; heard: Set<string>; close: () => Promise<void> }> {
  const heard = new Set<string>();
  const server = createServer((socket) => {
    heard.add('tcp');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const path = /^\w+ \/(\w+)/.exec(bytes.toString('latin1'))?.[1];
      if (path !== undefined) heard.add(path);
      socket.end('HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  const socket = createSocket('udp4');
  socket.on('message', () => heard.add('udp'));
  await new Promise<void>((resolve) => socket.bind(port, resolve));
  return {
    port,
    heard,
    async close() {
      await new Promise<void>((resolve) => socket.close(resolve));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Tries every way in which a page can reach hosts on a port, each with its own path, and waits until all have ended. */
async function tryAll(tab: Tab, hosts: readonly string[], port: number): Promise<void> {
  await tab.page.evaluate(
    async ({ hosts, port }) => {
      const ends: Promise<unknown>[] = [];
      const until = (target: EventTarget, ...names: string[]): void => {
        ends.push(Promise.race(names.map((name) => new Promise((resolve) => target.addEventListener(name, resolve)))));
      };
      const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, set: Partial<HTMLElementTagNameMap[Tag]>) => {
        const element = Object.assign(document.createElement(tag), set);
        document.body.append(element);
        return element;
      };
      for (const host of hosts) {
        for (const scheme of ['http', 'https']) {
          const url = (way: string): string => `${scheme}://${host}:${port}/${way}`;
          ends.push(fetch(url('fetch'), { mode: 'no-cors', method: 'POST', body: 'secret' }));
          ends.push(fetch(url('keepalive'), { mode: 'no-cors', keepalive: true }));
          navigator.sendBeacon(url('beacon'), 'secret');
          until(new WebSocket(url('socket').replace('http', 'ws')), 'open', 'error', 'close');
          until(new EventSource(url('events')), 'open', 'error');
          until(add('img', { src: url('image') }), 'load', 'error');
          until(add('script', { src: url('script') }), 'load', 'error');
          add('iframe', { src: url('frame') });
          until(add('link', { rel: 'stylesheet', href: url('style') }), 'load', 'error');
          until(add('link', { rel: 'prefetch', href: url('prefetch') }), 'load', 'error');
          for (const rel of ['icon', 'manifest', 'preconnect', 'dns-prefetch']) add('link', { rel, href: url('link') });
          const rules = { prerender: [{ source: 'list', urls: [url('prerender')], eagerness: 'immediate' }] };
          add('script', { type: 'speculationrules', text: JSON.stringify(rules) });
          const form = add('form', { method: 'post', action: url('form'), target: `form-${scheme}-${host}` });
          add('iframe', { name: form.target });
          form.submit();
        }
        const transport = new WebTransport(`https://${host}:${port}/transport`);
        ends.push(transport.ready, transport.closed);
      }
      const urls = hosts.map((host) => `http://${host}:${port}/worker`);
      const own = new Worker('/worker.js');
      until(own, 'message');
      own.postMessage(urls);
      await navigator.serviceWorker.register('/worker.js');
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      until(port1, 'message');
      port1.start();
      active?.postMessage(
        hosts.map((host) => `http://${host}:${port}/service`),
        [port2],
      );

      // WebRTC: STUN and TURN servers by UDP and TCP, and connections to peers.
      const names = hosts.map((host) => host.replace(/[[\]]/g, ''));
      const iceServers = hosts.flatMap((host) => [
        { urls: `stun:${host}:${port}` },
        { urls: `turn:${host}:${port}?transport=udp`, username: 'a', credential: 'b' },
        { urls: `turn:${host}:${port}?transport=tcp`, username: 'a', credential: 'b' },
        { urls: `turns:${host}:${port}?transport=tcp`, username: 'a', credential: 'b' },
      ]);
      const [caller, called] = [
        new RTCPeerConnection({ iceServers: iceServers.slice(0, 16) }),
        new RTCPeerConnection(),
      ];
      caller.createDataChannel('x');
      ends.push(
        new Promise<void>((resolve) => {
          caller.onicegatheringstatechange = () => caller.iceGatheringState === 'complete' && resolve();
        }),
      );
      await caller.setLocalDescription(await caller.createOffer());
      await called.setRemoteDescription(caller.localDescription ?? { type: 'offer' });
      await called.setLocalDescription(await called.createAnswer());
      await caller.setRemoteDescription(called.localDescription ?? { type: 'answer' });
      for (const name of names) {
        for (const candidate of [
          `candidate:1 1 udp 2122260223 ${name} ${port} typ host`,
          `candidate:2 1 tcp 1518280447 ${name} ${port} typ host tcptype passive`,
        ]) {
          ends.push(caller.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 }));
        }
      }
      await Promise.allSettled(ends);
    },
    { hosts, port },
  );
}

const hosts = ['127.0.0.1', 'localhost', 'other.localhost', '[::1]', ...(ownAddress === undefined ? [] : [ownAddress])];
const ways = [
  'fetch',
  'keepalive',
  'beacon',
  'socket',
  'events',
  'image',
  'script',
  'frame',
  'style',
  'form',
  'worker',
];

test('an isolated page reaches no server but its own, by any means', async () => {
  test.setTimeout(120_000);
  const server = await listen();
  const { tab, url } = await openPage(browser);
  await tryAll(tab, hosts, server.port);
  expect(tab.page.url()).toBe(url);
  // Closing the page ends all pending requests.
  await tab.close();
  await server.close();
  expect([...server.heard]).toEqual([]);
});

test('the same page reaches other servers in a browser without isolation', async () => {
  test.setTimeout(120_000);
  const server = await listen();
  const flags = [`--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${pages.port}`];
  const usual = await openBrowser({ extension: buildOf('chrome'), flags });
  const { tab } = await openPage(usual);
  // Some attempts end late. Only what arrives matters.
  tryAll(tab, hosts, server.port).catch(() => {});
  const all = [...ways, 'service', 'tcp', 'udp'];
  await expect.poll(() => [...server.heard], { timeout: 60_000 }).toEqual(expect.arrayContaining(all));
  await usual.close();
  await server.close();
});

test('an isolated page cannot leave its server, and windows that it opens are closed', async () => {
  const server = await listen();
  const { tab, url } = await openPage(browser);
  const others = [`http://127.0.0.1:${server.port}/a`, 'https://example.cn/', 'http://x.localhost/'];
  for (const other of others) {
    const left = tab.page.waitForEvent('requestfailed', (request) => request.url() === other);
    await tab.page.evaluate((other) => {
      location.href = other;
    }, other);
    await left;
    expect(tab.page.url()).toBe(url);
  }
  for (const other of [...others, url, 'about:blank']) {
    for (const features of ['', 'noopener', 'popup']) {
      const opened = browser.context.waitForEvent('page');
      await tab.page.evaluate(
        ([other, features]) => {
          open(other, '_blank', features);
        },
        [other, features] as const,
      );
      const page = await opened;
      if (!page.isClosed()) await page.waitForEvent('close');
    }
  }
  await tab.close();
  await server.close();
  expect([...server.heard]).toEqual([]);
});

/** The data of other pages that a page could see. */
async function seen(tab: Tab): Promise<Record<string, unknown>> {
  return tab.page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const kept: string[] = [];
    for await (const name of (folder as unknown as { keys: () => AsyncIterable<string> }).keys()) kept.push(name);
    return {
      cookie: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      files: kept,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      name: window.name,
      history: history.length,
      state: history.state,
      opener: opener === null,
      referrer: document.referrer,
      permission: (await navigator.permissions.query({ name: 'notifications' })).state,
    };
  });
}

test('an isolated page finds no data of another page, in a new tab and in a used one', async () => {
  const { tab: fresh } = await openPage(browser);
  const nothing = await seen(fresh);
  expect(nothing).toMatchObject({ cookie: '', local: {}, databases: [], caches: [], files: [], workers: 0, name: '' });
  await fresh.close();

  const { tab, served } = await openPage(browser);
  await tab.page.evaluate(async () => {
    const { hostname } = location;
    for (const domain of ['', 'localhost', '.localhost', hostname]) {
      const end = domain === '' ? '' : `;domain=${domain}`;
      for (let each = 0; each < 20; each++) {
        // biome-ignore lint/suspicious/noDocumentCookie: pages do so.
        document.cookie = `${domain}${each}=${'x'.repeat(3900)};path=/;max-age=99999${end}`;
      }
    }
    localStorage.setItem('a', '1');
    sessionStorage.setItem('a', '1');
    await new Promise((resolve) => Object.assign(indexedDB.open('a'), { onsuccess: resolve }));
    await (await caches.open('a')).put('/a', new Response('x'));
    await (await navigator.storage.getDirectory()).getFileHandle('a', { create: true });
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    await navigator.serviceWorker.register('/keeper.js');
    await controlled;
    window.name = 'a';
    addEventListener('pagehide', () => {
      window.name = 'late';
    });
    for (let each = 0; each < 5; each++) history.pushState({ a: 1 }, '', `#${each}`);
  });
  expect(await seen(tab)).not.toEqual(nothing);
  const { tab: beside } = await openPage(browser);
  expect(await seen(beside), 'in another tab, while it is open').toEqual(nothing);
  await beside.close();

  await clearPageData(browser, tab, served.url);
  const stored = { local: {}, databases: [], caches: [], files: [], workers: 0 };
  expect(await seen(tab), 'what takes room is gone from its own host').toMatchObject(stored);
  served.remove();
  const next = pages.add(answer);
  await tab.page.goto(next.url);
  expect(await seen(tab), 'in the same tab').toEqual(nothing);
  const back = tab.page.waitForEvent('requestfailed', (request) => request.url() === served.url);
  await tab.page.evaluate(() => history.back());
  await back;
  expect(tab.page.url(), 'there is no way back').toBe(next.url);
  // A page that reloads itself keeps its own window name.
  for (const go of ['location.reload()', 'location.replace("/?again")', 'location.assign("/?there")']) {
    await tab.page.evaluate(() => {
      window.name = 'own';
    });
    const loaded = tab.page.waitForEvent('load');
    await tab.page.evaluate(go).catch(() => {});
    await loaded;
    expect(await tab.page.evaluate(() => window.name), go).toBe('own');
  }
  await tab.close();
});
