/**
 * Firefox with the built extension. Pages are driven over WebDriver BiDi. Badge and popup belong to the browser's own
 * window, which BiDi reaches only with system access: there, scripts of the browser itself tell what they show.
 */
import puppeteer, { type Page } from 'puppeteer-core';
import { findFirefox } from '../../cli/browser/find-firefox.ts';
import { temporaryFolder } from '../../cli/browser/temporary-folder.ts';
import type { TabReport } from '../../lib/checks/site-report.ts';
import { reportKey } from '../../lib/messages/stored-report.ts';
import { buildOf, manifestOf } from './build-output.ts';
import type { Language } from './texts.ts';

/** The extension's address in this browser, which Firefox else makes up for each profile. */
const uuid = '5f0b6a52-5d2c-4c3e-9d0a-2f8f0a3c5b11';

type Answer<T> = { result: T };
type Connection = {
  send(method: 'browsingContext.getTree', params: object): Promise<Answer<{ contexts: { context: string }[] }>>;
  send(method: 'script.evaluate', params: object): Promise<Answer<{ type: string; result?: { value?: string } }>>;
};

/** Firefox with the extension in it. What is read of the extension is read of the tab in front. */
export type Firefox = {
  /** The extension's address in this browser: `moz-extension://` and this. */
  uuid: string;
  /** A new tab, in front. */
  newPage: () => Promise<Page>;
  badge: () => Promise<string>;
  /** What the extension has noted on the tab; null where it knows nothing. */
  report: () => Promise<TabReport | null>;
  /** Gives the extension an optional permission, as the reader's yes to the browser's question does. */
  grant: (permission: string) => Promise<void>;
  /** Opens the popup as a click on its button would. */
  openPopup: () => Promise<void>;
  closePopup: () => Promise<void>;
  /** Presses a button in the popup, by the text on it. */
  pressInPopup: (name: string) => Promise<void>;
  /** Gives the extension the pages of a pattern, as the reader's yes to the browser's question does. */
  grantPages: (pattern: string) => Promise<void>;
  /** Takes all pages back from the extension, as a reader does on the browser's page of extensions. */
  revokePages: () => Promise<void>;
  /** Answers the browser's question for a right, as soon as it is asked. */
  answerPrompt: (yes: boolean) => Promise<void>;
  /** Opens a page of the extension in a tab of its own, in front: `workspace.html#check`. */
  openExtensionPage: (path: string) => Promise<Page>;
  /** The text of the popup; null until it is there. */
  popupText: () => Promise<string | null>;
  /**
   * How far down the popup's panel reaches on the screen, and the last control in it once its document is scrolled to the
   * end; in CSS pixels. `document`: how high the document is as a whole.
   */
  popupExtent: () => Promise<{ panel: number; lastControl: number; document: number }>;
  /** Opens an address that the protocol opens no page for, such as about:config, in the tab in front. */
  load: (address: string) => Promise<void>;
  /** Where the extension's button stands: `nav-bar`, or the browser's menu of extensions. */
  buttonArea: () => Promise<string>;
  /** Opens a part of the workspace in a tab of its own: `#audits/new`. */
  openWorkspace: (route?: string) => Promise<Page>;
  /** What of the tabs that are open can be seen: their addresses, whether they are muted, and which is in front. */
  tabs: () => Promise<{ url: string; muted: boolean; inFront: boolean }[]>;
  /** The folder that downloads go to. */
  downloads: string;
  /** Addresses on which the browser lets the extension run by itself. */
  origins: () => Promise<string[]>;
  /** Ends Firefox. @throws Error where a page or the extension had an error that nothing caught. */
  close: () => Promise<void>;
};

export type FirefoxOptions = {
  /** The folder of the extension; the build unless told. */
  extension?: string;
  /** Settings of the browser, as in about:config. */
  preferences?: Record<string, unknown>;
  /** Every window is private, as under "never remember history", and the extension is let into them. */
  isPrivate?: boolean;
  /** Language of the browser, and so of the extension. */
  language?: Language;
};

/** Has the browser say yes, without a question, when the extension asks for a right. It still has to ask, and from a click. */
export const withoutQuestions = { 'extensions.webextOptionalPermissionPrompts': false };

/** Starts Firefox and installs the built extension in it for this run. */
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
      // Buttons of the browser's questions else take no clicks at first.
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
  // Without a language pack Firefox says that it has only English, and its own windows stay English.
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
      const right = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(extension.id, right);
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
        // Without its second argument, reading takes the data out.
        return extensionStorageSession.get(extension, [key])[key]?.deserialize(globalThis, true) || 'null';`);
      return JSON.parse(stored) as TabReport | null;
    },
    grant: async (permission) => {
      await inWindow(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.add(extension.id, { permissions: [${JSON.stringify(permission)}], origins: [] }, extension);`);
    },
    openPopup: async () => {
      // The browser moves the popup into its panel when it shows it; only then is it there to stay.
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
      // Of pages of extensions, the protocol never says that they have loaded.
      page.goto(base + path, { timeout: 0 }).catch(() => {});
      await page.waitForSelector('h1');
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
      // Of pages of extensions, Firefox does not tell that they have loaded.
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
        // Not that a page was left before the background had answered that it is: Firefox notes that wherever it happens.
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

/** The patterns of the pages that the extension's manifest names. */
export const pagePatterns = (): string[] =>
  (manifestOf('firefox').content_scripts as { matches: string[] }[])[0]?.matches ?? [];
