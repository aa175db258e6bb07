/**
 * Firefox with the built extension. Pages are driven over WebDriver BiDi. The badge and the popup belong to the browser's window.
 * BiDi reaches it only with system access, so scripts with the browser's privileges read what they show.
 */
import puppeteer, { type Page } from 'puppeteer-core';
import { findFirefox } from '../../cli/browser/find-firefox.ts';
import { temporaryFolder } from '../../cli/browser/temporary-folder.ts';
import type { TabReport } from '../../lib/checks/site-report.ts';
import { reportKey } from '../../lib/messages/stored-report.ts';
import { buildOf, manifestOf } from './build-output.ts';
import type { Language } from './texts.ts';

/** The extension's id in addresses. Without this setting, Firefox generates one for each profile. */
const uuid = '5f0b6a52-5d2c-4c3e-9d0a-2f8f0a3c5b11';

type Answer<T> = { result: T };
type Connection = {
  send(method: 'browsingContext.getTree', params: object): Promise<Answer<{ contexts: { context: string }[] }>>;
  send(method: 'script.evaluate', params: object): Promise<Answer<{ type: string; result?: { value?: string } }>>;
};

/** A Firefox with the extension. Badge, report and popup are those of the tab in front. */
export type Firefox = {
  /** The host of the extension's pages: `moz-extension://<uuid>/`. */
  uuid: string;
  /** Opens a new tab in front. */
  newPage: () => Promise<Page>;
  badge: () => Promise<string>;
  /** The extension's report of the tab. Null if there is none. */
  report: () => Promise<TabReport | null>;
  /** Grants the extension an optional permission, as the user does in the browser's prompt. */
  grant: (permission: string) => Promise<void>;
  /** Opens the popup, as a click on its button does. */
  openPopup: () => Promise<void>;
  closePopup: () => Promise<void>;
  /** Clicks a button in the popup from a script. `name`: the button's text. */
  pressInPopup: (name: string) => Promise<void>;
  /** Grants the extension access to the pages of a pattern, as the user does in the browser's prompt. */
  grantPages: (pattern: string) => Promise<void>;
  /** Revokes the extension's access to all pages, as a user does on about:addons. */
  revokePages: () => Promise<void>;
  /** Answers the browser's permission prompt as soon as it appears. */
  answerPrompt: (yes: boolean) => Promise<void>;
  /** Opens a page of the extension in a tab of its own, in front: `workspace.html#check`. */
  openExtensionPage: (path: string) => Promise<Page>;
  /** The text of the popup. Null until the popup is open. */
  popupText: () => Promise<string | null>;
  /**
   * The positions of the popup on the screen, in CSS pixels. `panel`: the bottom of its panel. `lastControl`: the bottom of its
   * last control when the document is scrolled to the end. `document`: the height of the whole document.
   */
  popupExtent: () => Promise<{ panel: number; lastControl: number; document: number }>;
  /** Opens an address that the protocol cannot open, such as about:config, in the tab in front. */
  load: (address: string) => Promise<void>;
  /** The area of the extension's button: `nav-bar`, or the extensions menu. */
  buttonArea: () => Promise<string>;
  /** Opens a part of the workspace in a tab of its own: `#audits/new`. */
  openWorkspace: (route?: string) => Promise<Page>;
  /** The open tabs, with their addresses, whether they are muted, and which is in front. */
  tabs: () => Promise<{ url: string; muted: boolean; inFront: boolean }[]>;
  /** The folder for downloads. */
  downloads: string;
  /** The patterns of the pages that the extension has access to. */
  origins: () => Promise<string[]>;
  /** Closes Firefox. @throws Error if a page or the extension had an uncaught error. */
  close: () => Promise<void>;
};

export type FirefoxOptions = {
  /** The folder of the extension. By default the build. */
  extension?: string;
  /** Preferences of the browser, as in about:config. */
  preferences?: Record<string, unknown>;
  /** Whether every window is private, as with "never remember history". The extension may run in them. */
  isPrivate?: boolean;
  /** Language of the browser and of the extension. */
  language?: Language;
};

/** Preferences that grant permissions without a prompt. The extension must still request them in a click handler. */
export const withoutQuestions = { 'extensions.webextOptionalPermissionPrompts': false };

/** Starts Firefox and installs the extension temporarily. */
export async function openFirefox({
  extension = buildOf('firefox'),
  preferences = {},
  isPrivate: neverRemembers = false,
  language = 'en',
}: FirefoxOptions = {}): Promise<Firefox> {
  const { gecko } = manifestOf('firefox').browser_specific_settings as { gecko: { id: string } };
  const downloads = temporaryFolder('downloads');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [gecko.id]: uuid }),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      // Without this, buttons of prompts ignore clicks at first.
      'security.notification_enable_delay': 0,
      'browser.privatebrowsing.autostart': neverRemembers,
      ...preferences,
    },
  });
  const { connection } = browser as unknown as { connection: Connection };

  async function inBrowser(script: string): Promise<string> {
    const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result;
    const answer = await connection.send('script.evaluate', {
      expression: `(async () => { ${script} })()`,
      target: { context: contexts[0]?.context },
      awaitPromise: true,
    });
    if (answer.result.type !== 'success') throw new Error(JSON.stringify(answer.result));
    return answer.result.result?.value ?? '';
  }

  const tag = language.replace('_', '-');
  // Without a language pack, Firefox reports only English as available. Its own windows stay English.
  await inBrowser(`
    Services.locale.availableLocales = ['en-US', ${JSON.stringify(tag)}];
    Services.locale.requestedLocales = [${JSON.stringify(language === 'en' ? 'en-US' : tag)}];`);
  const id = await browser.installExtension(extension);
  const inWindow = (script: string): Promise<string> =>
    inBrowser(`
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      const popup = () => document.querySelector('panel[panelopen] browser.webextension-popup-browser');
      ${script}`);

  if (neverRemembers) {
    await inWindow(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const permission = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(extension.id, permission);
      await (await AddonManager.getAddonByID(extension.id)).reload();`);
  }

  return {
    uuid,
    newPage: () => browser.newPage(),
    badge: () => inWindow('return action.action.getContextData(gBrowser.selectedTab).badgeText;'),
    report: async () => {
      const stored = await inWindow(`
        const { extensionStorageSession } = ChromeUtils.importESModule('resource://gre/modules/ExtensionStorage.sys.mjs');
        const { tabTracker } = ExtensionParent.apiManager.global;
        const key = ${JSON.stringify(reportKey(0))}.replace(/0$/, tabTracker.getId(gBrowser.selectedTab));
        // Without its second argument, deserialize() removes the data.
        return extensionStorageSession.get(extension, [key])[key]?.deserialize(globalThis, true) || 'null';`);
      return JSON.parse(stored) as TabReport | null;
    },
    grant: async (permission) => {
      await inWindow(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.add(extension.id, { permissions: [${JSON.stringify(permission)}], origins: [] }, extension);`);
    },
    openPopup: async () => {
      // The browser moves the popup into its panel when it shows it. Only then can the popup be used.
      await inWindow(`
        const shown = new Promise((resolve) => {
          addEventListener('popupshown', function heard() {
            if (popup() === null) return;
            removeEventListener('popupshown', heard);
            resolve();
          });
        });
        await action.openPopup(window, false);
        await shown;`);
    },
    closePopup: async () => {
      await inWindow("popup()?.closest('panel').hidePopup();");
    },
    pressInPopup: async (name) => {
      await inWindow(`
        const press = (name) => {
          const named = ({ textContent }) => textContent === name;
          [...content.document.querySelectorAll('button')].find(named).click();
        };
        const script = '(' + press + ')(' + JSON.stringify(${JSON.stringify(name)}) + ')';
        popup().messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);`);
    },
    grantPages: async (pattern) => {
      await inWindow(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.add(extension.id, { permissions: [], origins: [${JSON.stringify(pattern)}] }, extension);`);
    },
    revokePages: async () => {
      await inWindow(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { origins } = extension.activePermissions;
        await ExtensionPermissions.remove(extension.id, { permissions: [], origins }, extension);`);
    },
    answerPrompt: async (yes) => {
      await inWindow(`
        const { panel } = PopupNotifications;
        if (panel.state !== 'open') await new Promise((shown) => panel.addEventListener('popupshown', shown, { once: true }));
        const { button, secondaryButton } = panel.firstElementChild;
        (${yes} ? button : secondaryButton).click();`);
    },
    openExtensionPage: async (path) => {
      const base = await inWindow('return extension.baseURL;');
      const page = await browser.newPage();
      // For pages of extensions, the protocol never reports that they have loaded.
      await page.goto(base + path, { waitUntil: [] });
      // Unlike `waitForSelector`, a locator survives the navigation that has just begun.
      await page.locator('h1').wait();
      return page;
    },
    popupText: async () => {
      const text = await inWindow(`
        if (popup() === null) return 'null';
        const messages = popup().messageManager;
        const said = new Promise((resolve) => {
          messages.addMessageListener('text', function heard({ data }) {
            messages.removeMessageListener('text', heard);
            resolve(JSON.stringify(data));
          });
        });
        messages.loadFrameScript('data:,sendAsyncMessage("text", content.document.body?.textContent ?? null)', false);
        return said;`);
      return JSON.parse(text) as string | null;
    },
    popupExtent: async () => {
      const reach = await inWindow(`
        const read = () => {
          const { document } = content;
          content.scrollTo(0, document.documentElement.scrollHeight);
          const controls = [...document.querySelectorAll('footer button, footer input')];
          sendAsyncMessage('reach', {
            lastControl: Math.max(...controls.map((control) => control.getBoundingClientRect().bottom)),
            document: document.documentElement.scrollHeight,
          });
        };
        const frame = popup();
        const said = new Promise((resolve) => {
          frame.messageManager.addMessageListener('reach', function heard({ data }) {
            frame.messageManager.removeMessageListener('reach', heard);
            resolve(data);
          });
        });
        frame.messageManager.loadFrameScript('data:,(' + encodeURIComponent(String(read)) + ')()', false);
        const { lastControl, document: height } = await said;
        const top = frame.getBoundingClientRect().top;
        const panel = Math.min(frame.closest('panel').getBoundingClientRect().bottom, screen.availHeight - mozInnerScreenY);
        return JSON.stringify({ panel, lastControl: top + lastControl, document: height });`);
      return JSON.parse(reach) as { panel: number; lastControl: number; document: number };
    },
    load: async (address) => {
      await inWindow(`
        const browser = gBrowser.selectedBrowser;
        const loaded = new Promise((resolve) => {
          const listener = {
            QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
            onStateChange(progress, _request, flags) {
              const { STATE_STOP, STATE_IS_WINDOW } = Ci.nsIWebProgressListener;
              if (!progress.isTopLevel || !(flags & STATE_STOP) || !(flags & STATE_IS_WINDOW)) return;
              gBrowser.removeProgressListener(listener);
              resolve();
            },
          };
          gBrowser.addProgressListener(listener);
        });
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        browser.fixupAndLoadURIString(${JSON.stringify(address)}, { triggeringPrincipal });
        await loaded;`);
    },
    buttonArea: () => inWindow('return CustomizableUI.getPlacementOfWidget(action.widget.id).area;'),
    openWorkspace: async (route = '') => {
      const page = await browser.newPage();
      // For pages of extensions, the protocol never reports that they have loaded.
      await page.goto(`moz-extension://${uuid}/workspace.html${route}`, { waitUntil: [] });
      await page.locator('h1').wait();
      return page;
    },
    tabs: async () =>
      JSON.parse(
        await inWindow(`return JSON.stringify(gBrowser.tabs.map((tab) => ({
          url: tab.linkedBrowser.currentURI.spec,
          muted: tab.hasAttribute('muted'),
          inFront: tab.selected,
        })));`),
      ) as { url: string; muted: boolean; inFront: boolean }[],
    downloads,
    origins: async () =>
      JSON.parse(await inWindow('return JSON.stringify(extension.activePermissions.origins);')) as string[],
    close: async () => {
      const errors = await inBrowser(`
        // Firefox always logs when a page closes before the background has answered it. That is no error.
        const isError = (message) =>
          message instanceof Ci.nsIScriptError &&
          !(message.flags & Ci.nsIScriptError.warningFlag) &&
          /^(moz-extension|http):/.test(message.sourceName) &&
          !/^Promise (rejected|resolved) after context unloaded/.test(message.errorMessage);
        return JSON.stringify(Services.console.getMessageArray().filter(isError).map(String));`);
      await browser.close();
      if (errors !== '[]') throw new Error(`Errors in pages or in the extension: ${errors}`);
    },
  };
}

/** The page patterns of the content script in the manifest. */
export const pagePatterns = (): string[] =>
  (manifestOf('firefox').content_scripts as { matches: string[] }[])[0]?.matches ?? [];
