import { type Browser, type BrowserContext, type BrowserType, chromium, type Page } from '@playwright/test';
import type { BrowserSession, Tab } from '../browser/open-browser.ts';

/** Opens browsers with the extension for a crawl engine, and keeps track of their tabs. */
export type BrowserLauncher = {
  /** A stand-in for Playwright's Chromium. It ignores the engine's launch options. */
  launcher: BrowserType;
  /** The tab of a page in one of these browsers. */
  tabOf: (page: Page) => { browser: BrowserSession; tab: Tab };
};

/**
 * Creates a launcher that opens the same browsers as the other commands: unmodified Chromium with the extension. An engine's own
 * launch would change what pages see (a proxy, flags, another window), and would open tabs whose extension ids are unknown.
 * `open` opens a browser. `first` is a browser that is already open.
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
      /** The engine opens a second browser to read its version, and closes it. It gets the open browser instead. */
      async launch(): Promise<Browser> {
        if (latest === null) throw new Error('No browser is open.');
        return overrideMethods(latest, { close: async () => {} });
      },
    }),
    tabOf(page) {
      const found = tabs.get(page);
      if (found === undefined) throw new Error('The page was not opened by this launcher.');
      return found;
    },
  };
}

/** A proxy of an object with some methods replaced. */
function overrideMethods<Target extends object>(target: Target, own: Partial<Target>): Target {
  return new Proxy(target, {
    get(_, name) {
      const from = name in own ? own : target;
      const value: unknown = Reflect.get(from, name, from);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}
