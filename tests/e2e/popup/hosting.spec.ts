/**
 * Every answer of the check of the server's location. The servers are at several addresses of this machine, and a copy of the
 * build has a table for these addresses (`hosting-build.ts`). On macOS the addresses must be added first: `sudo ifconfig lo0 alias
 * 127.0.0.2`, and so on to 127.0.0.5.
 */
import { createServer, type RequestListener } from 'node:http';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { openBrowser } from '../../../cli/browser/open-browser.ts';
import { readReport } from '../../../cli/browser/tab-reports.ts';
import { type Answer, type LocalServer, listenLocally, serveLocally } from '../../../cli/servers/local-server.ts';
import type { AnswerCode, answers } from '../../../lib/checks/catalogue.ts';
import type { Where } from '../../../lib/checks/server.ts';
import type { TabReport } from '../../../lib/checks/site-report.ts';
import { type ExtensionBrowser, openExtensionBrowser } from '../../support/extension-browser.ts';
import { openFirefox } from '../../support/firefox-browser.ts';
import { expect, test as shared } from '../../support/fixtures.ts';
import { hostingBuild, localAddresses, tableDate } from '../../support/hosting-build.ts';
import { filing, pageOf } from '../../support/scan-fixtures.ts';

/** The extension API in the extension's worker. */
declare const chrome: typeof extensionApi;

const withNumber = pageOf(`<footer>${filing}</footer>`);
const withNone = pageOf('<footer>文</footer>');
const html = (body: string): Answer => ({ type: 'text/html; charset=utf-8', body });

type Serving = {
  /** Serves pages by path, at an address that the table has for the place, until the test ends. */
  serve: (place: Where, pages: Record<string, Answer>) => Promise<LocalServer>;
  /** Starts a server with a request listener at such an address, and returns its URL. */
  answer: (place: Where, listener: RequestListener) => Promise<string>;
};

const test = shared.extend<Serving, { seeing: ExtensionBrowser }>({
  // The browser with a copy of the extension that has the server permission.
  seeing: [
    async ({ language }, use) => {
      const extensionBrowser = await openExtensionBrowser(language, [], {
        backForwardCache: true,
        extension: hostingBuild('chrome'),
      });
      await use(extensionBrowser);
      await extensionBrowser.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
  serve: async ({}, use) => {
    const servers: LocalServer[] = [];
    await use(async (place, pages) => {
      const server = await serveLocally(async (path) => pages[path] ?? null, localAddresses[place]);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  answer: async ({}, use) => {
    const servers: { close: () => Promise<void> }[] = [];
    await use(async (place, listener) => {
      const server = await listenLocally(createServer(listener), localAddresses[place]);
      servers.push(server);
      return `http://${localAddresses[place]}:${server.port}/`;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
});

/** The answer of the server check and its parts. Null while there is no report. */
function hostingOf(report: TabReport | null): string[] | null {
  if (report?.state !== 'done') return null;
  return report.checks.filter(({ code }) => code === 'hosting').flatMap(({ answer, parts }) => [answer, ...parts]);
}

const hosting = async (extensionBrowser: ExtensionBrowser, page: Page) =>
  hostingOf(await extensionBrowser.report(page));

/** The codes of this check's answers. A code without a test does not compile. */
type HostingAnswer = {
  [Code in AnswerCode]: (typeof answers)[Code]['check'] extends 'hosting' ? Code : never;
}[AnswerCode];
type FromElsewhere = 'server-proxied' | 'server-unseen' | 'server-not-asked';

const reached: Record<Exclude<HostingAnswer, FromElsewhere>, { place: Where; page: string; dated: boolean }> = {
  'mainland-shown': { place: 'mainland', page: withNumber, dated: true },
  'mainland-none': { place: 'mainland', page: withNone, dated: true },
  'outside-shown': { place: 'outside', page: withNumber, dated: true },
  'outside-none': { place: 'outside', page: withNone, dated: true },
  'server-disputed': { place: 'disputed', page: withNumber, dated: true },
  'server-special': { place: 'special', page: withNumber, dated: false },
};

for (const [answer, { place, page: body, dated }] of Object.entries(reached)) {
  test(`${answer}: a page ${body === withNumber ? 'with' : 'without'} a number from ${localAddresses[place]}`, async ({
    seeing,
    serve,
  }) => {
    const server = await serve(place, { '/': html(body) });
    const page = await seeing.newPage();
    await page.goto(server.url);
    const parts = [localAddresses[place], ...(dated ? [tableDate] : [])];
    await expect.poll(() => hosting(seeing, page)).toEqual([answer, ...parts]);
    await page.close();
  });
}

const onMainland = ['mainland-shown', localAddresses.mainland, tableDate];
const outside = ['outside-none', localAddresses.outside, tableDate];

test('on a page loaded before the permission was given, the popup offers to reload it', async ({
  seeing,
  serve,
  texts,
}) => {
  const { url } = await serve('mainland', { '/': html(withNumber) });
  const page = await seeing.newPage();
  await page.goto(url);
  await expect.poll(() => hosting(seeing, page)).toEqual(onMainland);
  // Clears the recorded answers, as for a page that was opened before the permission was granted.
  await seeing.inWorker((worker) => worker.evaluate(() => chrome.storage.session.clear()));
  const popup = await seeing.openPopup(page);
  await popup.locator('summary', { hasText: texts.text('checks_unknown') }).click();
  await popup.locator('summary', { hasText: texts.text('answer_server_unseen') }).click();
  await expect(popup.getByRole('button', { name: texts.text('servers_stop') })).toBeVisible();
  await popup.getByRole('button', { name: texts.text('servers_reload') }).click();
  await expect.poll(() => hosting(seeing, page)).toEqual(onMainland);
  await seeing.closePopup();
  await page.close();
});

test('after a redirect the report names the server that gave the page', async ({ seeing, serve, answer }) => {
  const { url } = await serve('mainland', { '/': html(withNumber) });
  const redirecting = await answer('outside', (_, response) => response.writeHead(302, { location: url }).end());
  const page = await seeing.newPage();
  await page.goto(redirecting);
  await expect.poll(() => hosting(seeing, page)).toEqual(onMainland);
  await page.close();
});

test('a route change or a download does not change the server of a page', async ({ seeing, serve }) => {
  const files = await serve('outside', { '/file': { type: 'application/octet-stream', body: 'x' } });
  const link = `<a href="${files.url}file">下载</a><button onclick="history.pushState(null, '', '/next');
    document.querySelector('footer').append('京B2-20213086')">下一页</button>`;
  const { url } = await serve('mainland', { '/': html(pageOf(`${link}<footer>${filing}</footer>`)) });
  const page = await seeing.newPage();
  await page.goto(url);
  await expect.poll(() => hosting(seeing, page)).toEqual(onMainland);
  const download = page.waitForEvent('download');
  await page.getByRole('link').click();
  await download;
  await page.getByRole('button').click();
  await expect.poll(async () => (await seeing.report(page)) ?? {}).toMatchObject({ url: `${url}next` });
  await expect
    .poll(async () => {
      const report = await seeing.report(page);
      return report?.state === 'done' ? report.findings.length : 0;
    })
    .toBe(2);
  expect(await hosting(seeing, page)).toEqual(onMainland);
  await page.close();
});

test('a page from the back/forward cache has the server that it came from', async ({ seeing, serve, answer }) => {
  const body = `${withNumber}<script>addEventListener('pageshow', ({ persisted }) => { document.title = persisted; })</script>`;
  // Chromium does not cache a page with `no-store`, which `serve` sends for all pages.
  const first = await answer('mainland', (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body),
  );
  const second = await serve('outside', { '/': html(withNone) });
  const page = await seeing.newPage();
  await page.goto(first);
  await expect.poll(() => hosting(seeing, page)).toEqual(onMainland);
  await page.goto(second.url);
  await expect.poll(() => hosting(seeing, page)).toEqual(outside);
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveTitle('true');
  await expect.poll(() => hosting(seeing, page)).toEqual(onMainland);
  await page.close();
});

test('a response that wakes the worker is recorded', async ({ seeing, serve }) => {
  const { url } = await serve('mainland', { '/': html(withNumber) });
  const page = await seeing.newPage();
  await seeing.stopWorker();
  await page.goto(url);
  await expect.poll(() => hosting(seeing, page)).toEqual(onMainland);
  await page.close();
});

test('server-unseen: a page that a service worker gives', async ({ seeing, serve }) => {
  const script = `addEventListener('fetch', (event) => {
    if (event.request.mode !== 'navigate') return;
    const body = ${JSON.stringify(withNumber)};
    event.respondWith(new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  })`;
  const { url } = await serve('mainland', {
    '/': html(withNone),
    '/worker.js': { type: 'text/javascript', body: script },
  });
  const before = await seeing.newPage();
  await before.goto(url);
  await expect.poll(() => hosting(seeing, before)).toEqual(['mainland-none', localAddresses.mainland, tableDate]);
  await before.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
  });
  const page = await seeing.newPage();
  await page.goto(url);
  await expect.poll(() => hosting(seeing, page)).toEqual(['server-unseen']);
  await page.close();
  await before.close();
});

test('server-unseen: a page that was there before the extension, until it is loaded again', async ({
  language,
  serve,
}) => {
  const { url } = await serve('mainland', { '/': html(withNumber) });
  const extensionBrowser = await openExtensionBrowser(language, [], { extension: hostingBuild('chrome') });
  const page = await extensionBrowser.newPage();
  await extensionBrowser.setEnabled(false);
  await page.goto(url);
  await extensionBrowser.setEnabled(true);
  await extensionBrowser.openPopup(page);
  await expect.poll(() => hosting(extensionBrowser, page)).toEqual(['server-unseen']);
  await extensionBrowser.closePopup();
  await page.reload();
  await expect.poll(() => hosting(extensionBrowser, page)).toEqual(onMainland);
  await extensionBrowser.close();
});

test('server-special: a proxy on this machine, which Chromium does not tell from a server', async ({ serve }) => {
  const proxy = await serve('special', { 'http://www.example.cn/': html(withNumber) });
  const browser = await openBrowser({
    extension: hostingBuild('chrome'),
    flags: [`--proxy-server=${new URL(proxy.url).host}`],
  });
  const tab = await browser.openTab();
  await tab.page.goto('http://www.example.cn/');
  const answer = async () => hostingOf(await readReport(browser, tab));
  await expect.poll(answer).toEqual(['server-special', localAddresses.special]);
  await browser.close();
});

test('the built table knows this machine for no place', async ({ serve, language }) => {
  const { url } = await serve('mainland', { '/': html(withNumber) });
  const extensionBrowser = await openExtensionBrowser(language, [], {
    extension: hostingBuild('chrome', { ownTable: false }),
  });
  const page = await extensionBrowser.newPage();
  await page.goto(url);
  await expect.poll(() => hosting(extensionBrowser, page)).toEqual(['server-special', localAddresses.mainland]);
  await extensionBrowser.close();
});

test('server-not-asked: as installed, nothing is kept, not even after a click on the icon', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const { url } = await serve('mainland', { '/': html(withNumber), '/next': html(withNone) });
  await page.goto(url);
  await expect.poll(() => hosting(extensionBrowser, page)).toEqual(['server-not-asked']);
  // The click grants `activeTab` for the page, and with it access to the page's responses.
  await extensionBrowser.openPopup(page);
  await extensionBrowser.closePopup();
  await page.goto(`${url}next`);
  await expect.poll(async () => (await extensionBrowser.report(page)) ?? {}).toMatchObject({ url: `${url}next` });
  expect(await hosting(extensionBrowser, page)).toEqual(['server-not-asked']);
  const kept = await extensionBrowser.inWorker((worker) =>
    worker.evaluate(async () => chrome.storage.session.get(null)),
  );
  expect(Object.keys(kept).filter((key) => !key.startsWith('tab:'))).toEqual([]);
});

test('the permission that the switch requests can be revoked', async ({ extensionBrowser }) => {
  // Chromium refuses to remove permissions that were granted at installation.
  const given = await extensionBrowser.inWorker((worker) =>
    worker.evaluate(async () => {
      const { content_scripts, optional_host_permissions } = chrome.runtime.getManifest();
      const remove = (origins: string[] = []) =>
        chrome.permissions.remove({ origins }).catch((error: Error) => error.message);
      return [await remove(optional_host_permissions), await remove(content_scripts?.[0]?.matches)];
    }),
  );
  expect(given).toEqual([true, 'You cannot remove required permissions.']);
});

test.describe('in Firefox', () => {
  test('in Firefox the report places a server on the mainland and one outside', async ({ serve }) => {
    const firefox = await openFirefox({ extension: hostingBuild('firefox') });
    const page = await firefox.newPage();
    const answer = async () => hostingOf(await firefox.report());
    await page.goto((await serve('mainland', { '/': html(withNumber) })).url);
    await expect.poll(answer).toEqual(onMainland);
    await page.goto((await serve('outside', { '/': html(withNone) })).url);
    await expect.poll(answer).toEqual(outside);
    await firefox.close();
  });

  test('server-proxied: a page through a proxy in Firefox', async ({ serve }) => {
    const proxy = new URL((await serve('mainland', { 'http://www.example.cn/': html(withNumber) })).url);
    const firefox = await openFirefox({
      extension: hostingBuild('firefox'),
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': proxy.hostname,
        'network.proxy.http_port': Number(proxy.port),
      },
    });
    const page = await firefox.newPage();
    await page.goto('http://www.example.cn/');
    await expect.poll(async () => hostingOf(await firefox.report())).toEqual(['server-proxied']);
    await firefox.close();
  });

  test('in Firefox no server is recorded as installed, and pages loaded after the permission are', async ({
    serve,
  }) => {
    const { url } = await serve('mainland', { '/': html(withNumber) });
    const firefox = await openFirefox();
    const page = await firefox.newPage();
    const answer = async () => hostingOf(await firefox.report());
    await page.goto(url);
    await expect.poll(answer).toEqual(['server-not-asked']);
    await firefox.grant('webRequest');
    // The browser informs the extension of the grant at some later time. Responses after that are recorded.
    await expect(async () => {
      await page.reload();
      await expect.poll(answer, { timeout: 3_000 }).toEqual(['server-special', localAddresses.mainland]);
    }).toPass({ timeout: 30_000 });
    await firefox.close();
  });
});
