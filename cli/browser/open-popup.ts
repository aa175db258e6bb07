import { chromium, type Page } from '@playwright/test';
import type { BrowserSession } from './open-browser.ts';
import { withTimeout } from './with-timeout.ts';

/** How long the browser may take to show a popup. */
const popupTimeoutMs = 15_000;

/** The popup as a page, for locators, screenshots and audits. Closing it also ends the connection that drives it. */
export type Popup = { page: Page; close: () => Promise<void> };

/**
 * Opens the extension's popup on the tab of a page, as a click on its icon does: with the browser's own popup, and with
 * `activeTab` granted. Brings the tab to the front. One popup at a time.
 *
 * Playwright does not hand out popups as pages. A second connection, made once the popup is there, does.
 *
 * @throws Error where the tab cannot be told from others, or no popup shows within 15 s.
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
