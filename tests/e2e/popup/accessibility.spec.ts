import { expect, test } from '../../support/fixtures.ts';
import { auditStates, violations } from '../../support/popup-accessibility.ts';

auditStates('en');

test('axe finds a fault that is there', async ({ page, extensionBrowser }) => {
  await page.goto('about:blank');
  const popup = await extensionBrowser.openPopup(page);
  await popup.evaluate(() => document.body.append(document.createElement('button')));
  expect(await violations(popup)).toEqual([expect.stringContaining('button-name')]);
});
