import { type Firefox, openFirefox } from '../../support/firefox-browser.ts';
import { expect, test } from '../../support/fixtures.ts';
import {
  captureNumber,
  captureNumberInMiddle,
  isMarked,
  markedPages,
  observableState,
  scrollUp,
} from '../../support/marked-pages.ts';
import { filing, serveFiles } from '../../support/scan-fixtures.ts';

/** With two highlights, Firefox paints the background of one and the text colour of the other (seen in Firefox 153). */
const beyondFirefox = ['a page that highlights the number itself'];

let firefox: Firefox;

test.beforeAll(async () => {
  firefox = await openFirefox();
});

test.afterAll(async () => {
  await firefox?.close();
});

for (const [look, html] of Object.entries(markedPages)) {
  if (beyondFirefox.includes(look)) continue;
  test(`in Firefox a shown number is marked clearly: ${look}`, async ({ texts }, testInfo) => {
    const server = await serveFiles({ '/': html });
    const page = await firefox.newPage();
    try {
      await page.goto(server.url);
      await expect.poll(() => firefox.badge()).toMatch(/^1/);
      const plain = await captureNumberInMiddle(page);
      await scrollUp(page);
      const before = await observableState(page);
      await firefox.openPopup();
      await expect.poll(() => firefox.popupText()).toContain(filing);
      await firefox.pressInPopup(texts.text('show'));
      await expect.poll(() => firefox.popupText()).toContain(texts.text('notice_shown', filing));
      await expect.poll(async () => isMarked(plain, await captureNumber(page)), 'the number is marked').toBe(true);
      await page.screenshot({ path: testInfo.outputPath('marked.png') as `${string}.png` });
      const during = await observableState(page);
      expect(during.told).toEqual(before.told);
      expect(during.asked.highlights.join()).not.toMatch(/icp|lens/i);

      await firefox.closePopup();
      await page.keyboard.press('Escape');
      const isAsBefore = async () => Buffer.compare(plain.png, (await captureNumberInMiddle(page)).png) === 0;
      await expect.poll(isAsBefore, 'the page looks as before').toBe(true);
      expect(await observableState(page)).toEqual(before);
    } finally {
      await firefox.closePopup();
      await page.close();
      await server.close();
    }
  });
}

test('in Firefox a shown number is marked clearly in forced colours', async ({ texts }) => {
  const forced = await openFirefox({ preferences: { 'browser.display.document_color_use': 2 } });
  const looks = ['light', 'dark', 'a button', 'generated content'];
  const server = await serveFiles(
    Object.fromEntries(looks.map((look) => [`/${look.replaceAll(' ', '-')}`, markedPages[look] ?? ''])),
  );
  try {
    for (const look of looks) {
      const page = await forced.newPage();
      await page.goto(new URL(`/${look.replaceAll(' ', '-')}`, server.url).href);
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      await expect.poll(() => forced.badge()).toMatch(/^1/);
      const plain = await captureNumberInMiddle(page);
      await forced.openPopup();
      await expect.poll(() => forced.popupText()).toContain(filing);
      await forced.pressInPopup(texts.text('show'));
      await expect.poll(async () => isMarked(plain, await captureNumber(page)), `marked: ${look}`).toBe(true);
      await forced.closePopup();
      await page.close();
    }
  } finally {
    await forced.close();
    await server.close();
  }
});
