import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHomePage, isOfWeb, mayBeRead, type PageSort, readPageAddress } from './page-address.ts';

test.each<[string, PageSort, string, string]>([
  ['https://www.example.cn/about?a#b', 'web', 'www.example.cn', 'a page of a site'],
  ['http://127.0.0.1:8080/', 'web', '127.0.0.1:8080', 'a page of this machine'],
  ['https://example.cn/x?url=https://a.cn/', 'web', 'example.cn', 'a page that names another'],
  ['https://addons.mozilla.org/zh-CN/firefox/', 'store', 'addons.mozilla.org', 'the store of Firefox'],
  ['https://chromewebstore.google.com/detail/x', 'store', 'chromewebstore.google.com', 'the store of Chrome'],
  ['https://chrome.google.com/webstore/category', 'store', 'chrome.google.com', 'its old address'],
  ['https://chrome.google.com/', 'web', 'chrome.google.com', 'another page of that host'],
  ['https://microsoftedge.microsoft.com/addons/', 'store', 'microsoftedge.microsoft.com', 'the store of Edge'],
  ['https://addons.mozilla.org.example.cn/', 'web', 'addons.mozilla.org.example.cn', 'a host that looks like one'],
  ['file:///home/li/%E5%90%88%E5%90%8C.html', 'file', '合同.html', 'a file'],
  ['file:///C:/100%.html', 'file', '100%.html', 'a file whose name is no code'],
  ['file:///home/li/', 'file', 'li', 'a folder'],
  ['file:///', 'file', '', 'the root'],
  ['about:blank', 'siteless', '', 'an empty tab'],
  ['about:blank#a', 'siteless', '', 'an empty tab with a fragment'],
  ['about:srcdoc', 'siteless', '', 'the document of a frame'],
  ['data:text/html,<p>京ICP备2021018374号', 'siteless', '', 'an address that is the page'],
  ['blob:https://example.cn/5f0b6a52', 'siteless', '', 'a page made by a script'],
  ['about:reader?url=https%3A%2F%2Fwww.example.cn%2Fa', 'reader', 'www.example.cn', "Firefox's reader view"],
  ['chrome-distiller://5f0b/?title=a&url=https%3A%2F%2Fexample.cn%2F', 'reader', 'example.cn', "Chromium's"],
  ['read://https_example.cn/?url=https%3A%2F%2Fexample.cn%2F', 'reader', 'example.cn', "Edge's"],
  ['about:reader?url=%', 'reader', '', 'a reader view of nothing'],
  ['view-source:https://example.cn/', 'source', 'example.cn', 'the source of a page'],
  ['view-source:about:blank', 'source', '', 'the source of an empty tab'],
  ['about:config', 'internal', '', 'settings of Firefox'],
  ['about:readers', 'internal', '', 'no reader view'],
  ['chrome://version/', 'internal', '', 'a page of Chromium'],
  ['edge://settings', 'internal', '', 'a page of Edge'],
  ['devtools://devtools/bundled/inspector.html', 'internal', '', 'tools for developers'],
  ['chrome-extension://abc/workspace.html', 'internal', '', 'a page of an extension'],
  ['moz-extension://5f0b/workspace.html', 'internal', '', 'a page of an extension'],
  ['resource://pdf.js/web/viewer.html', 'internal', '', "a part of Firefox's"],
  ['whatever:x', 'internal', '', 'a scheme that nobody knows yet'],
  ['', 'unknown', '', 'the browser did not tell'],
  ['example.cn', 'unknown', '', 'no address'],
])('%s is %s, by name %j', (url, sort, name, _why) => {
  expect(readPageAddress(url)).toEqual({ sort, name });
  expect(isOfWeb(url)).toBe(sort === 'web' || sort === 'store');
});

test('only of http and https is a site ever spoken of', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'https://', 'http://', 'about:', 'file:///'), fc.string(), (scheme, rest) => {
      const url = scheme + rest;
      expect(isOfWeb(url)).toBe(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));
    }),
  );
});

test('views and pages of the browser cannot be read; of the rest, nobody knows beforehand', () => {
  const sorts: PageSort[] = ['web', 'store', 'file', 'siteless', 'reader', 'source', 'internal', 'unknown'];
  expect(sorts.filter((sort) => !mayBeRead(sort))).toEqual(['reader', 'source', 'internal']);
});

test.each<[string, boolean, string]>([
  ['https://example.cn/', true, 'the root'],
  ['https://example.cn/?from=search#top', true, 'with what follows'],
  ['https://example.cn/index.html', true, 'an index file'],
  ['https://example.cn/Default.aspx', true, 'an index file'],
  ['https://example.cn/zh-cn/', true, 'a language'],
  ['https://example.cn/en/index.php', true, 'a language and an index file'],
  ['https://example.cn/about', false, 'another page'],
  ['https://example.cn/index/5', false, 'a list'],
  ['https://example.cn/news/index.html', false, 'the first page of a part'],
  ['about:blank', false, 'no site'],
  ['file:///index.html', false, 'a file'],
  ['', false, 'no address'],
])('%s is the home page: %s', (url, expected, _why) => {
  expect(isHomePage(url)).toBe(expected);
});
