import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import {
  captureNumber,
  captureNumberInMiddle,
  isMarked,
  markedPages,
  observableState,
  scrollUp,
} from '../../support/marked-pages.ts';
import { expect, expectNumbers, filing, test } from '../../support/scan-fixtures.ts';
import type { Texts } from '../../support/texts.ts';

/** A page whose screenshots show carets. By default Playwright hides them, which changes the page. */
const seen = (page: Page): Parameters<typeof captureNumber>[0] => ({
  evaluate: (read) => page.evaluate(read),
  screenshot: () => page.screenshot({ caret: 'initial' }),
});

/** Shows the page's number through the popup. */
async function show(
  extensionBrowser: ExtensionBrowser,
  page: Page,
  texts: Texts,
  areColoursForced = false,
): Promise<void> {
  const popup = await extensionBrowser.openPopup(page);
  // The connection that opens the popup resets the emulated media.
  if (areColoursForced) await page.emulateMedia({ forcedColors: 'active' });
  await popup.getByRole('button', { name: texts.text('show') }).click();
  await expect(popup.getByRole('status').filter({ hasText: texts.text('notice_shown', filing) })).toBeVisible();
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(areColoursForced);
}

for (const [look, html] of Object.entries(markedPages)) {
  test(`a shown number is marked clearly: ${look}`, async ({ page, extensionBrowser, serve, texts }, testInfo) => {
    const server = await serve({ '/': html });
    await page.goto(server.url);
    await expectNumbers(extensionBrowser, page, [filing]);
    const eyes = seen(page);
    const plain = await captureNumberInMiddle(eyes);
    await scrollUp(eyes);
    const before = await observableState(eyes);
    await show(extensionBrowser, page, texts);
    await expect.poll(async () => isMarked(plain, await captureNumber(eyes)), 'the number is marked').toBe(true);
    await page.screenshot({ path: testInfo.outputPath('marked.png'), caret: 'initial' });
    const during = await observableState(eyes);
    expect(during.told).toEqual(before.told);
    expect(during.asked.highlights.join()).not.toMatch(/icp|lens/i);

    await extensionBrowser.closePopup();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    const isAsBefore = async () => Buffer.compare(plain.png, (await captureNumberInMiddle(eyes)).png) === 0;
    await expect.poll(isAsBefore, 'the page looks as before').toBe(true);
    expect(await observableState(eyes)).toEqual(before);
  });
}

for (const look of ['light', 'dark', 'a button', 'generated content']) {
  test(`a shown number is marked clearly in forced colours: ${look}`, async ({
    page,
    extensionBrowser,
    serve,
    texts,
  }) => {
    const server = await serve({ '/': markedPages[look] ?? '' });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(server.url);
    await expectNumbers(extensionBrowser, page, [filing]);
    const plain = await captureNumberInMiddle(seen(page));
    await show(extensionBrowser, page, texts, true);
    await expect.poll(async () => isMarked(plain, await captureNumber(seen(page))), 'the number is marked').toBe(true);
  });
}

test('an image is not covered by its mark in forced colours', async ({ page, extensionBrowser, serve, texts }) => {
  const server = await serve({ '/': markedPages['an image'] ?? '' });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  const image = page.locator('#n');
  const plain = await captureNumberInMiddle(seen(page));
  const plainImage = await image.screenshot();
  await show(extensionBrowser, page, texts, true);
  await expect.poll(async () => Buffer.compare(plain.png, await page.screenshot())).not.toBe(0);
  expect(plainImage.equals(await image.screenshot()), 'the image looks as before').toBe(true);
});
