import { expected } from '../../sites/expected.ts';
import { openExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, test } from '../../support/fixtures.ts';
import { netLogFlags, readNetLog } from '../../support/net-log.ts';
import { servePages } from '../../support/serve-pages.ts';

/** The files that the sample sites load besides their home page. */
const ownFiles = ['/style.css', '/emblem.svg', '/app.js', '/site.json', '/licences.html', '/favicon.ico'];

test('the extension makes no request while sample sites are read and the popup is used', async ({
  language,
  sites,
  texts,
}, testInfo) => {
  test.setTimeout(120_000);
  const file = testInfo.outputPath('net-log.json');
  const extensionBrowser = await openExtensionBrowser(language, netLogFlags(file));
  const page = await extensionBrowser.newPage();
  let used = 0;
  for (const name of Object.keys(expected)) {
    await page.goto(sites(name));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByRole('heading', { level: 1 })).not.toHaveText(texts.text('summary_scanning'));
    for (const card of (await popup.getByRole('article').all()).slice(0, 1)) {
      await card.getByRole('button', { name: texts.text('copy'), exact: true }).click();
      await card.getByText(texts.text('about')).click();
      await card.getByRole('button', { name: texts.text('show') }).click();
      used += 1;
    }
    await extensionBrowser.closePopup();
  }
  expect(used).toBeGreaterThan(10);
  // To prove that the log shows requests of the extension, one is made at the end.
  const control = `${sites('bakery')}made-by-the-extension`;
  await extensionBrowser.inWorker((worker) => worker.evaluate((url) => fetch(url).then(() => {}), control));
  await extensionBrowser.close();

  const requests = readNetLog(file);
  const extension = `chrome-extension://${extensionBrowser.extensionId}`;
  expect(requests.filter(({ initiator }) => initiator === extension).map(({ url }) => url)).toEqual([control]);
  // A request of a content script would have the origin of its page.
  const origins = Object.keys(expected).map((name) => new URL(sites(name)).origin);
  const ofPages = requests.filter(({ initiator, mainFrame }) => mainFrame || /^https?:/.test(initiator));
  expect(ofPages.length).toBeGreaterThan(origins.length);
  const foreign = ofPages.filter(({ url, mainFrame }) => {
    const { origin, pathname } = new URL(url);
    return !(origins.includes(origin) && (mainFrame ? pathname === '/' : ownFiles.includes(pathname)));
  });
  expect(foreign).toEqual([]);
});

/** What a page that tries to detect the extension has noticed. */
type Watcher = { noticed: string[]; globals: string[]; sheets: () => number };
declare const watcher: Watcher;

test('a page that knows the extension’s ID does not detect the extension', async ({
  page,
  extensionBrowser,
  texts,
}) => {
  const server = await servePages({
    '/': '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>守</title><body><footer>京ICP备2021018374号-1</footer></html>',
  });
  await page.addInitScript((id) => {
    const noticed: string[] = [];
    // The events that the framework's content script could cause. `message` covers messages.
    for (const type of ['message', 'messageerror', 'error', 'unhandledrejection', 'securitypolicyviolation']) {
      addEventListener(type, () => noticed.push(type), true);
    }
    for (const name of ['wxt:content-script-started', 'wxt:locationchange']) {
      for (const target of [window, document]) {
        target.addEventListener(`${id}:scan:${name}`, () => noticed.push(name), true);
      }
    }
    const sheets = () => document.styleSheets.length + document.adoptedStyleSheets.length;
    Object.assign(globalThis, { watcher: { noticed, globals: [], sheets } });
    document.addEventListener('DOMContentLoaded', () => {
      Object.assign(watcher, { globals: Object.getOwnPropertyNames(globalThis) });
      new MutationObserver((records) => noticed.push(...records.map(({ type }) => `DOM ${type}`))).observe(document, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
  }, extensionBrowser.extensionId);
  try {
    await page.goto(server.url);
    await expect.poll(() => extensionBrowser.badge(page)).toBe('1!!');
    const before = await page.content();
    const popup = await extensionBrowser.openPopup(page);
    await popup.getByRole('button', { name: texts.text('show') }).click();
    await expect(
      popup.getByRole('status').filter({ hasText: texts.text('notice_shown', '京ICP备2021018374号-1') }),
    ).toBeVisible();

    const seen = await page.evaluate(() => ({
      noticed: watcher.noticed,
      globals: Object.getOwnPropertyNames(globalThis).filter((name) => !watcher.globals.includes(name)),
      sheets: watcher.sheets(),
    }));
    expect(seen).toEqual({ noticed: [], globals: [], sheets: 0 });
    expect(await page.content()).toBe(before);

    await page.evaluate(() => {
      postMessage('a message', '*');
      document.body.append('a change');
      Object.assign(globalThis, { aGlobal: 1 });
    });
    await expect.poll(() => page.evaluate(() => watcher.noticed)).toEqual(['DOM childList', 'message']);
  } finally {
    await server.close();
  }
});

test.describe(() => {
  // Chromium logs an error for each denied request.
  test.use({ expectedErrors: /^chrome-extension:/ });

  test('a page cannot ask for any of the extension’s files', async ({ page, extensionBrowser, sites }) => {
    await page.goto(sites('bakery'));
    await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
    for (const path of [
      'popup.html',
      'manifest.json',
      'hosting-table.json',
      'icons/icon.svg',
      'content-scripts/scan.js',
    ]) {
      const answer = await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'there',
            () => 'not there',
          ),
        `chrome-extension://${extensionBrowser.extensionId}/${path}`,
      );
      expect(answer, path).toBe('not there');
    }
  });
});
