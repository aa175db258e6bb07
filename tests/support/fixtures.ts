import { test as base, expect } from '@playwright/test';
import { serveSites } from '../../cli/servers/sample-sites.ts';
import { takeErrors } from './errors.ts';
import { type ExtensionBrowser, openExtensionBrowser } from './extension-browser.ts';
import { type Language, type Texts, textsOf } from './texts.ts';

type WorkerFixtures = {
  /** The language of the browser and of the extension. */
  language: Language;
  texts: Texts;
  /** A browser with the extension, which the tests of a Playwright worker share. */
  extensionBrowser: ExtensionBrowser;
  /** Returns the address of a sample site. */
  sites: (name: string) => string;
};

type TestFixtures = {
  /** A pattern for errors that the test itself causes. Any other error of a page or of the extension fails the test. */
  expectedErrors: RegExp | null;
  noErrors: undefined;
  /** A browser for one test, for tests that change the state of the whole extension. */
  freshBrowser: ExtensionBrowser;
};

/** Playwright's `test`. `page` is a new tab of the browser with the extension. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  language: ['en', { option: true, scope: 'worker' }],
  texts: [async ({ language }, use) => use(textsOf(language)), { scope: 'worker' }],
  extensionBrowser: [
    async ({ language }, use) => {
      const extensionBrowser = await openExtensionBrowser(language);
      await use(extensionBrowser);
      await extensionBrowser.close();
    },
    { scope: 'worker' },
  ],
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
    async ({}, use) => {
      const { sites, close } = await serveSites();
      await use((name) => {
        const site = sites.find((site) => site.name === name);
        if (site === undefined) throw new Error(`There is no sample site ${name}.`);
        return site.url;
      });
      await close();
    },
    { scope: 'worker' },
  ],
  expectedErrors: [null, { option: true }],
  noErrors: [
    async ({ expectedErrors }, use) => {
      await use(undefined);
      expect(takeErrors().filter((error) => !expectedErrors?.test(error))).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ extensionBrowser }, use) => {
    const page = await extensionBrowser.newPage();
    await use(page);
    await extensionBrowser.closePopup();
    await page.close();
  },
  freshBrowser: async ({ language }, use) => {
    const extensionBrowser = await openExtensionBrowser(language);
    await use(extensionBrowser);
    await extensionBrowser.close();
  },
});

export { expect };
