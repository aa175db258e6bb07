import { type Browser, type BrowserContext, type BrowserType, chromium, type Page } from '@playwright/test';
import type { BrowserSession, Tab } from '../browser/open-browser.ts';

/** Opens browsers with the extension for a crawl engine, and knows the tabs in them. */
export type BrowserLauncher = {
  /** What an engine takes for Playwright's Chromium. What it asks of the browser's options is not followed. */
  launcher: BrowserType;
  /** The tab that a page of one of these browsers is in. */
  tabOf: (page: Page) => { browser: BrowserSession; tab: Tab };
};

/**
 * A launcher whose browsers are those of every other command: Chromium as it is, with the extension. An engine's own launch
 * would change what pages see (a proxy, flags, another window) and open tabs that the extension's side has no name for. `open`
 * opens one; `first` is open already.
 */
export function browserLauncher(open: () => Promise<BrowserSession>, first: BrowserSession | null): BrowserLauncher {
  let firstBrowser = first;
  const tabs = new WeakMap<Page, { browser: BrowserSession; tab: Tab }>();
  let latest: Browser | null = null;
  return {
    launcher: overrideMethods<BrowserType>(chromium, {
      async launchPersistentContext(): Promise<BrowserContext> {
        const browser = firstBrowser ?? (await open());
        firstBrowser = null;
        latest = browser.context.browser();
        return overrideMethods(browser.context, {
          async newPage() {
            const tab = await browser.openTab();
            tabs.set(tab.page, { browser, tab });
            return tab.page;
          },
          close: () => browser.close(),
        });
      },
      /** The engine opens a second browser to ask its version, and closes it: it may ask the one that is open. */
      async launch(): Promise<Browser> {
        if (latest === null) throw new Error('No browser is open that could be asked.');
        return overrideMethods(latest, { close: async () => {} });
      },
    }),
    tabOf(page) {
      const found = tabs.get(page);
      if (found === undefined) throw new Error('The page is in no tab of this launcher.');
      return found;
    },
  };
}

/** An object with some methods of its own, and all else that of another. */
function overrideMethods<Target extends object>(target: Target, own: Partial<Target>): Target {
  return new Proxy(target, {
    get(_, name) {
      const from = name in own ? own : target;
      const value: unknown = Reflect.get(from, name, from);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}
