import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { textsOf } from '../../components/shared/fixtures.ts';
import type { TextKey } from '../texts/language/translate.ts';

const root = { id: 'app' };

/** Opens a page that has these elements by their id, in a browser that speaks a language. */
async function open(language: 'en' | 'zh_CN', elements: Record<string, object>) {
  const page = { documentElement: { lang: '' }, title: '', getElementById: (id: string) => elements[id] ?? null };
  vi.stubGlobal('document', page);
  const t = textsOf(language);
  Object.assign(fakeBrowser.i18n, { getMessage: (key: TextKey) => t(key) });
  // The texts of a language are kept as long as the module is.
  vi.resetModules();
  const { openExtensionPage } = await import('./extension-page.ts');
  return { page, given: () => openExtensionPage('workspace_title') };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['en', 'en', 'ICP Lens: audits and history'],
  ['zh_CN', 'zh-CN', 'ICP Lens：核查与历史'],
] as const)('a page in %s gets its title and its language, and openExtensionPage returns its root element', async (language, lang, title) => {
  const { page, given } = await open(language, { app: root });
  expect(given()).toBe(root);
  expect(page.documentElement.lang).toBe(lang);
  expect(page.title).toBe(title);
});

test('a page without the element that it is drawn in is an error', async () => {
  const { given } = await open('en', {});
  expect(given).toThrow('The page has no element "app".');
});
