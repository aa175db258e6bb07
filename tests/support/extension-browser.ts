import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { type BrowserSession, openBrowser, type Tab } from '../../cli/browser/open-browser.ts';
import { openPopup, type Popup } from '../../cli/browser/open-popup.ts';
import { readReport } from '../../cli/browser/tab-reports.ts';
import { withTimeout } from '../../cli/browser/with-timeout.ts';
import type { TabReport } from '../../lib/checks/site-report.ts';
import { buildOf } from './build-output.ts';
import { watchErrors } from './errors.ts';
import type { Language } from './texts.ts';

/** The browser's own API, there in the worker of the extension; the last two on the browser's page of extensions alone. */
declare const chrome: typeof extensionApi & {
  developerPrivate: {
    // Without it, Chromium leaves an unpacked extension that was switched off or reloaded switched off for good.
    updateProfileConfiguration: (change: { inDeveloperMode: boolean }) => Promise<void>;
    updateExtensionConfiguration: (change: { extensionId: string; fileAccess: boolean }) => Promise<void>;
    reload: (id: string, options: { failQuietly: boolean }) => Promise<void>;
  };
  management: { setEnabled: (id: string, enabled: boolean) => Promise<void> };
};

/** A page whose scripts are to stand still. */
export type PausedPage = {
  /** Runs a script in the page while it stands still; waits until something has brought it to a stand. */
  runWhilePaused: (script: string) => Promise<void>;
  /** Lets it go on. */
  resume: () => Promise<void>;
};

/** The browser with the extension in it, and what the extension says in it. */
export type ExtensionBrowser = {
  context: BrowserContext;
  extensionId: string;
  /** A new tab, in front. */
  newPage: () => Promise<Page>;
  /** The popup of a tab, opened as a click on the extension's icon would; another that is open is closed. */
  openPopup: (page: Page) => Promise<Page>;
  closePopup: () => Promise<void>;
  badge: (page: Page) => Promise<string>;
  /** What the extension has noted on a tab; null where it knows nothing. */
  report: (page: Page) => Promise<TabReport | null>;
  /** Stops the extension's worker, as the browser does when it has been idle, and waits until it is gone. */
  stopWorker: () => Promise<void>;
  /** Runs an action in the extension's worker. */
  inWorker: BrowserSession['inWorker'];
  /** When the worker that now runs was started, in milliseconds since 1970: another number, another worker. */
  workerStart: () => Promise<number>;
  /** Switches the extension off or on, as a reader does on the browser's page of extensions. */
  setEnabled: (enabled: boolean) => Promise<void>;
  /** Takes back that the extension may read files, which one that is installed from a store may not from the first. */
  revokeFileAccess: () => Promise<void>;
  /** Restarts the whole extension, as an update does. What it kept for the session is gone, and its scripts in pages are cut off. */
  reloadExtension: () => Promise<void>;
  /** Has a page stand still at the next line of script, whosever it is: to the extension, a page that hangs. */
  pauseScripts: (page: Page) => Promise<PausedPage>;
  close: () => Promise<void>;
};

/**
 * Starts Chromium with the built extension, its interface in a language. `flags` are passed on to Chromium, which keeps pages
 * that are left only where it is told to. `extension` is the folder of another build.
 */
export async function openExtensionBrowser(
  language: Language,
  flags: string[] = [],
  { backForwardCache = false, extension = buildOf('chrome') } = {},
): Promise<ExtensionBrowser> {
  const browser = await openBrowser({
    extension,
    language: language.replace('_', '-'),
    loopbackOnly: true,
    backForwardCache,
    flags,
  });
  const { context, extensionId } = browser;
  watchErrors(context);
  const tabs = new WeakMap<Page, Tab>();
  let popup: Popup | null = null;

  function tabOf(page: Page): Tab {
    const tab = tabs.get(page);
    if (tab === undefined) throw new Error(`${page.url()} was not opened by newPage.`);
    return tab;
  }

  async function closePopup(): Promise<void> {
    await popup?.close();
    popup = null;
  }

  async function workerTarget(session: CDPSession): Promise<string | null> {
    const { targetInfos } = await session.send('Target.getTargets');
    const ours = ({ type, url }: { type: string; url: string }) =>
      type === 'service_worker' && new URL(url).host === extensionId;
    return targetInfos.find(ours)?.targetId ?? null;
  }

  async function onExtensionsPage(
    act: (change: { id: string; enabled: boolean }) => Promise<void>,
    enabled: boolean,
  ): Promise<void> {
    const page = await context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(act, { id: extensionId, enabled });
    await page.close();
  }

  return {
    context,
    extensionId,
    newPage: async () => {
      const tab = await browser.openTab();
      tabs.set(tab.page, tab);
      return tab.page;
    },
    openPopup: async (page) => {
      await closePopup();
      popup = await openPopup(browser, page);
      watchErrors(popup.page.context());
      return popup.page;
    },
    closePopup,
    badge: async (page) => {
      const { tabId } = tabOf(page);
      return browser.inWorker((worker) => worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabId));
    },
    report: (page) => readReport(browser, tabOf(page)),
    inWorker: browser.inWorker,
    workerStart: () => browser.inWorker((worker) => worker.evaluate(() => performance.timeOrigin)),
    stopWorker: async () => {
      const session = await browser.protocol();
      const target = await workerTarget(session);
      if (target === null) throw new Error('The extension has no worker.');
      await session.send('Target.closeTarget', { targetId: target });
      // Playwright keeps a worker that may be started again, and no event tells that it has stopped.
      const stopped = async (): Promise<void> => ((await workerTarget(session)) === null ? undefined : stopped());
      await withTimeout(10_000, stopped(), () => 'the worker did not stop');
      await session.detach();
    },
    setEnabled: (enabled) =>
      onExtensionsPage(async ({ id, enabled }) => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.management.setEnabled(id, enabled);
      }, enabled),
    revokeFileAccess: async () => {
      // The browser restarts the extension for it, in its own time.
      const restarted = context.waitForEvent('serviceworker');
      await onExtensionsPage(async ({ id }) => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, fileAccess: false });
      }, true);
      await restarted;
    },
    reloadExtension: () =>
      onExtensionsPage(async ({ id }) => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.reload(id, { failQuietly: false });
      }, true),
    pauseScripts: async (page) => {
      const session = await context.newCDPSession(page);
      const standing = new Promise<void>((resolve) => session.once('Debugger.paused', () => resolve()));
      await session.send('Debugger.enable');
      await session.send('Debugger.pause');
      return {
        runWhilePaused: async (script) => {
          await standing;
          await session.send('Runtime.evaluate', { expression: script });
        },
        resume: async () => {
          // Ends the stand, or the wait for one.
          await session.send('Debugger.disable');
          await session.detach();
        },
      };
    },
    close: async () => {
      await closePopup();
      await browser.close();
    },
  };
}
