import type { ExtensionBrowser } from './extension-browser.ts';

/** On which sites the reader lets the extension run by itself. */
type SiteAccess = 'ON_CLICK' | 'ON_ALL_SITES';

/** The browser's own API on its page of extensions. */
declare const chrome: {
  developerPrivate: {
    addHostPermission: (id: string, host: string) => Promise<void>;
    updateExtensionConfiguration: (change: { extensionId: string; hostAccess: SiteAccess }) => Promise<void>;
  };
};

/**
 * Has Chromium say yes, without a question, when the extension asks for the pages of a pattern: as where the user said yes
 * once before. Nobody can answer the question in a test. The extension still has to ask, and from a click.
 */
export async function allowHosts({ context, extensionId }: ExtensionBrowser, pattern: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, host), [
    extensionId,
    pattern,
  ] as const);
  await page.close();
}

/** Sets on which sites the extension runs, as a reader does on the browser's page of extensions. */
export async function setSiteAccess({ context, extensionId }: ExtensionBrowser, hostAccess: SiteAccess): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate((change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
    extensionId,
    hostAccess,
  });
  await page.close();
}
