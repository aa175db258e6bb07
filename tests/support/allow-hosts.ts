import type { ExtensionBrowser } from './extension-browser.ts';

/** The sites on which the user lets the extension run. */
type SiteAccess = 'ON_CLICK' | 'ON_ALL_SITES';

/** The API of the page chrome://extensions. */
declare const chrome: {
  developerPrivate: {
    addHostPermission: (id: string, host: string) => Promise<void>;
    updateExtensionConfiguration: (change: { extensionId: string; hostAccess: SiteAccess }) => Promise<void>;
  };
};

/**
 * Makes Chromium grant access to the pages of a pattern without a prompt, as after an earlier grant. A test cannot answer the
 * prompt. The extension must still request the permission, in a click handler.
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

/** Sets the sites on which the extension runs, as a user does on chrome://extensions. */
export async function setSiteAccess({ context, extensionId }: ExtensionBrowser, hostAccess: SiteAccess): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate((change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
    extensionId,
    hostAccess,
  });
  await page.close();
}
