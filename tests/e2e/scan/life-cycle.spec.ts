import type { browser as extensionApi } from 'wxt/browser';
import {
  expect,
  expectNumbers,
  filing,
  licence,
  otherFiling,
  pageOf,
  police,
  test,
} from '../../support/scan-fixtures.ts';

/** The extension API in the extension's worker. */
declare const chrome: typeof extensionApi;

test('a virtual list that reuses its rows: the report follows the rows on screen', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const numbers = [filing, otherFiling, licence, police];
  const server = await serve({
    '/': pageOf(`<div id="list" style="height: 100px; overflow: auto"><div style="height: 4000px; position: relative">
        <p id="row" style="position: absolute; margin: 0"></p></div></div><script>
      const numbers = ${JSON.stringify(numbers)};
      const draw = () => {
        const index = Math.round(list.scrollTop / 1000);
        row.style.top = index * 1000 + 'px';
        row.textContent = numbers[index];
      };
      list.addEventListener('scroll', draw);
      draw();
    </script>`),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  for (const [index, number] of numbers.entries()) {
    await page.evaluate((top) => document.getElementById('list')?.scrollTo(0, top), index * 1000);
    await expectNumbers(extensionBrowser, page, [number]);
  }
});

test('a page whose scripts are switched off is read, noscript included', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({ '/': pageOf(`<noscript><p>${filing}</p></noscript><footer>${police}</footer>`) });
  const session = await extensionBrowser.context.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing, police]);
});

test('a tab that the browser discards is read again when it comes back', async ({
  freshBrowser: extensionBrowser,
  serve,
}) => {
  const server = await serve({ '/': pageOf(`<footer>${filing}</footer>`) });
  const page = await extensionBrowser.newPage();
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  await extensionBrowser.newPage();
  const tabs = await extensionBrowser.inWorker((worker) =>
    worker.evaluate(async () => {
      const behind = await chrome.tabs.query({ active: false });
      return Promise.all(behind.map(({ id }) => chrome.tabs.discard(id)));
    }),
  );
  // A discarded tab gets a new id, which the badge is read with.
  const badges = () =>
    extensionBrowser.inWorker((worker) =>
      worker.evaluate(
        (ids) => Promise.all(ids.map((tabId) => chrome.action.getBadgeText({ tabId }))),
        tabs.map((tab) => tab?.id ?? 0),
      ),
    );
  expect(tabs.map((tab) => tab?.discarded)).not.toContain(false);
  expect(page.isClosed()).toBe(true);
  expect((await badges()).join('')).toBe('');
  await extensionBrowser.inWorker((worker) =>
    worker.evaluate(
      (ids) => Promise.all(ids.map((id) => chrome.tabs.reload(id))),
      tabs.map((tab) => tab?.id ?? 0),
    ),
  );
  await expect.poll(async () => (await badges()).join('')).toContain('1');
});
