import { chromium, type Page } from '@playwright/test';
import type { BrowserSession } from './open-browser.ts';
import { withTimeout } from './with-timeout.ts';

/** How long the browser may take to show a popup, in milliseconds. */
const popupTimeoutMs = 15_000;

/** The popup as a page, for locators, screenshots and accessibility audits. `close` also ends its connection. */
export type Popup = { page: Page; close: () => Promise<void> };

/**
 * Opens the extension's popup on the tab of a page, as a click on its icon does: in the browser's own popup, and with
 * `activeTab` granted. Brings the tab to the front. Only one popup can be open at a time.
 *
 * Playwright does not return popups as pages. A second connection that is made after the popup opened does.
 *
 * @throws Error if several tabs have the page's address, or if no popup appears within 15 s.
 */
export async function openPopup(
  browser: BrowserSession,
  page: Page,
  { colorScheme = 'light' }: { colorScheme?: 'light' | 'dark' } = {},
): Promise<Popup> {
  await page.bringToFront();
  await triggerAction(browser, page);
  const connection = await chromium.connectOverCDP(await browser.debuggingUrl());
  const popup = connection
    .contexts()
    .flatMap((context) => context.pages())
    .find((candidate) => isPopup(browser, candidate.url()));
  if (popup === undefined) throw new Error('The popup closed at once.');
  await popup.emulateMedia({ colorScheme });
  return {
    page: popup,
    async close() {
      await popup.close();
      await connection.close();
    },
  };
}

const isPopup = (browser: BrowserSession, url: string): boolean =>
  url === `chrome-extension://${browser.extensionId}/popup.html`;

async function triggerAction(browser: BrowserSession, page: Page): Promise<void> {
  const session = await browser.protocol();
  try {
    const shown = new Promise<void>((resolve) => {
      session.on('Target.targetInfoChanged', ({ targetInfo: { type, url } }) => {
        if (type === 'page' && isPopup(browser, url)) resolve();
      });
    });
    await session.send('Target.setDiscoverTargets', { discover: true });
    await session.send('Extensions.triggerAction', {
      id: browser.extensionId,
      targetId: await browser.targetOf(page),
    });
    await withTimeout(popupTimeoutMs, shown, () => 'the popup did not show');
  } finally {
    await session.detach();
  }
}
