import { expect, test } from '../../support/fixtures.ts';
import { axeViolations, testPopupAccessibility } from '../../support/popup-accessibility.ts';

testPopupAccessibility('en');

test('axe finds a fault that is there', async ({ page, extensionBrowser }) => {
  await page.goto('about:blank');
  const popup = await extensionBrowser.openPopup(page);
  await popup.evaluate(() => document.body.append(document.createElement('button')));
  expect(await axeViolations(popup)).toEqual([expect.stringContaining('button-name')]);
});
