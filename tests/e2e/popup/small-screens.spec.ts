import { openExtensionBrowser } from '../../support/extension-browser.ts';
import { test as base, expect } from '../../support/fixtures.ts';
import { popupStates } from '../../support/popup-accessibility.ts';
import { serveSlowPage } from '../../support/serve-slow-page.ts';

/** Screens with less height than the 600 px that a popup may have: a low or magnified one, and one lower than any real one. */
for (const height of [614, 400]) {
  const test = base.extend({
    extensionBrowser: [
      async ({ language }, use) => {
        const extensionBrowser = await openExtensionBrowser(language, [`--screen-info={1093x${height}}`]);
        await use(extensionBrowser);
        await extensionBrowser.close();
      },
      { scope: 'worker' },
    ],
  });

  for (const [state, bring] of Object.entries(popupStates)) {
    test(`${state}: every control can be reached on a screen of ${height} px`, async ({
      page,
      extensionBrowser,
      sites,
      texts,
    }) => {
      const popup = await bring(page, extensionBrowser, sites, texts);
      expect(await popup.evaluate(() => innerHeight)).toBeLessThan(height);
      const controls = popup.locator('button:visible, summary:visible, input:visible');
      const all = await controls.all();
      expect(all.length).toBeGreaterThan(0);
      // The last controls are those of the footer, and those that the footer could cover.
      for (const control of [...all.slice(0, 1), ...all.slice(-6)]) await control.click({ trial: true });
    });
  }

  test(`a page that is being read: audits can be reached on a screen of ${height} px`, async ({
    page,
    extensionBrowser,
    texts,
  }) => {
    const slow = await serveSlowPage();
    try {
      await page.goto(slow.url, { waitUntil: 'commit' });
      const popup = await extensionBrowser.openPopup(page);
      await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.text('summary_scanning'));
      await popup.getByRole('button', { name: texts.text('workspace_open') }).click({ trial: true });
    } finally {
      await slow.close();
    }
  });
}
