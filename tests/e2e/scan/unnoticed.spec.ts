import {
  expect,
  expectNumbers,
  filing,
  otherFiling,
  pageOf,
  police,
  policePortal,
  test,
} from '../../support/scan-fixtures.ts';

/** A script that records everything a page can listen to. It runs before all other content of the page. */
const listener = `<script>
  window.heard = [];
  const note = (what) => heard.push(what);
  new MutationObserver((records) => {
    for (const { type, target } of records) if (document.readyState === 'complete') note(type + ' of ' + target.nodeName);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const target of [window, document]) {
    for (const type of ['message', 'messageerror', 'error', 'unhandledrejection', 'securitypolicyviolation', 'beforeinput', 'focusin', 'selectionchange'])
      target.addEventListener(type, () => note(type), true);
  }
  for (const [type, names] of [
    [EventTarget, ['addEventListener', 'dispatchEvent']],
    [Node, ['appendChild', 'insertBefore', 'removeChild', 'getRootNode', 'compareDocumentPosition', 'contains']],
    [Element, ['attachShadow', 'append', 'setAttribute', 'getBoundingClientRect', 'checkVisibility', 'closest', 'querySelectorAll']],
    [Document, ['createElement', 'createRange', 'createTreeWalker', 'querySelectorAll', 'getElementsByTagName']],
    [Window, ['postMessage', 'getComputedStyle', 'fetch', 'setTimeout']],
    [Range, ['toString', 'setStart']],
  ]) {
    for (const name of names) {
      const owner = type === Window ? window : type.prototype;
      const own = owner[name];
      owner[name] = function (...values) {
        note(name);
        return own.apply(this, values);
      };
    }
  }
</script>`;

test('a page with listeners on every event and hooked functions detects nothing of the extension', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const server = await serve({
    '/': pageOf(
      `<x-foot></x-foot><iframe srcdoc="<p>${otherFiling}</p>"></iframe>
      <footer>${filing} <a href="${policePortal}"><i></i></a></footer>
      <script>
        document.querySelector('x-foot').attachShadow({ mode: 'closed' }).innerHTML = '<p>页脚</p>';
        addEventListener('DOMContentLoaded', () => heard.length = 0);
        addEventListener('load', () => {
          heard.length = 0;
          window.before = document.documentElement.outerHTML;
          window.names = null;
          window.names = Object.getOwnPropertyNames(window);
        });
      </script>`,
      listener,
    ),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing, otherFiling, police]);
  const state = () =>
    page.evaluate(() => {
      const seen = window as unknown as { heard: string[]; before: string; names: string[] };
      return {
        heard: seen.heard,
        same: document.documentElement.outerHTML === seen.before,
        styles: document.styleSheets.length + document.adoptedStyleSheets.length,
        names: Object.getOwnPropertyNames(window).filter((name) => !seen.names.includes(name)),
        highlights: CSS.highlights.size,
        resources: performance
          .getEntries()
          .map(({ name }) => name)
          .filter((name) => name.includes('extension:')),
      };
    });
  const nothing = { heard: [], same: true, styles: 0, names: [], highlights: 0, resources: [] };
  expect(await state()).toEqual(nothing);
  // The popup requests a new scan of the page.
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByRole('article')).toHaveCount(3);
  expect(await state()).toEqual(nothing);
});

test('the listeners of the detecting page record its own changes', async ({ page, serve }) => {
  const server = await serve({ '/': pageOf('<p>文</p>', listener) });
  await page.goto(server.url);
  await page.evaluate(() => {
    document.body.setAttribute('data-seen', '');
    document.dispatchEvent(new Event('anything'));
  });
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toEqual(expect.arrayContaining(['attributes of BODY', 'dispatchEvent']));
});
