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

/** The extension API in the extension's worker. `developerPrivate` exists only on chrome://extensions. */
declare const chrome: typeof extensionApi & {
  developerPrivate: {
    // Without developer mode, Chromium does not enable an unpacked extension again after it was disabled or reloaded.
    updateProfileConfiguration: (change: { inDeveloperMode: boolean }) => Promise<void>;
    updateExtensionConfiguration: (change: { extensionId: string; fileAccess: boolean }) => Promise<void>;
    reload: (id: string, options: { failQuietly: boolean }) => Promise<void>;
  };
  management: { setEnabled: (id: string, enabled: boolean) => Promise<void> };
};

/** A page whose scripts are paused. */
export type PausedPage = {
  /** Waits until the page has paused, and then runs a script in it. */
  runWhilePaused: (script: string) => Promise<void>;
  /** Resumes the page. */
  resume: () => Promise<void>;
};

/** A Chromium with the extension, and access to the extension's popup, badge, report and worker. */
export type ExtensionBrowser = {
  context: BrowserContext;
  extensionId: string;
  /** Opens a new tab in front. */
  newPage: () => Promise<Page>;
  /** Opens the popup on a tab, as a click on the extension's icon does. Closes another open popup. */
  openPopup: (page: Page) => Promise<Page>;
  closePopup: () => Promise<void>;
  badge: (page: Page) => Promise<string>;
  /** The extension's report of a tab. Null if there is none. */
  report: (page: Page) => Promise<TabReport | null>;
  /** Stops the extension's worker, as the browser does with an idle worker, and waits until it has stopped. */
  stopWorker: () => Promise<void>;
  /** Runs an action in the extension's worker. */
  inWorker: BrowserSession['inWorker'];
  /** The start time of the current worker, in milliseconds since 1970. It differs for each worker. */
  workerStart: () => Promise<number>;
  /** Disables or enables the extension, as a user does on chrome://extensions. */
  setEnabled: (enabled: boolean) => Promise<void>;
  /** Revokes the extension's access to file addresses. An extension from a store does not have it at first. */
  revokeFileAccess: () => Promise<void>;
  /** Restarts the extension, as an update does. Its session storage is cleared, and its content scripts lose their connection. */
  reloadExtension: () => Promise<void>;
  /** Pauses a page at the next statement of any script. For the extension, the page hangs. */
  pauseScripts: (page: Page) => Promise<PausedPage>;
  close: () => Promise<void>;
};

/**
 * Starts Chromium with the built extension, in a language. `flags` are passed to Chromium. The back/forward cache is on only if
 * the options say so. `extension`: the folder of another build.
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
      // Playwright keeps a worker that may start again, and no event reports that it has stopped.
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
      // The browser restarts the extension after this change, at a time of its own choice.
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
          // Ends the pause, or the wait for it.
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
