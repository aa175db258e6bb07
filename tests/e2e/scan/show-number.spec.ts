import type { Locator, Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, expectNumbers, filing, pageOf, police, tallText, test } from '../../support/scan-fixtures.ts';
import type { Texts } from '../../support/texts.ts';

/** Shows a number through the popup, and waits until the popup confirms it. */
async function show(extensionBrowser: ExtensionBrowser, page: Page, texts: Texts, number: string): Promise<void> {
  const popup = await extensionBrowser.openPopup(page);
  await popup
    .getByRole('article', { name: number, exact: true })
    .getByRole('button', { name: texts.text('show') })
    .click();
  await expect(popup.getByRole('status').filter({ hasText: texts.text('notice_shown', number) })).toBeVisible();
}

/** A screenshot of an element after it was scrolled into view, for comparison. */
async function pictureOf(place: Locator): Promise<Buffer> {
  await place.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return place.screenshot();
}

/** Waits until an element looks as in its unmarked screenshot or, with `false`, until it looks different, which means marked. */
async function expectAsBefore(place: Locator, plain: Buffer, isAsBefore: boolean): Promise<void> {
  await expect.poll(async () => plain.equals(await pictureOf(place)), 'it looks as before').toBe(isAsBefore);
}

test('the mark of an image ends by itself', async ({ page, extensionBrowser, serve, texts }) => {
  const server = await serve({
    '/': pageOf(`<div id="n" style="padding: 9px"><img alt="${filing}" src="/none.png"></div>`),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  const place = page.locator('#n');
  const plain = await pictureOf(place);
  await show(extensionBrowser, page, texts, filing);
  await expectAsBefore(place, plain, false);
  await expectAsBefore(place, plain, true);
});

test('the mark of a text ends by itself', async ({ page, extensionBrowser, serve, texts }) => {
  const server = await serve({ '/': pageOf(`<p id="n">${filing}</p>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  const place = page.locator('#n');
  const plain = await pictureOf(place);
  await show(extensionBrowser, page, texts, filing);
  await expectAsBefore(place, plain, false);
  await expectAsBefore(place, plain, true);
});

test('a second mark takes the place of the first', async ({ page, extensionBrowser, serve, texts }) => {
  const server = await serve({ '/': pageOf(`<p id="a">${filing}</p><p id="b">${police}</p>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing, police]);
  const first = page.locator('#a');
  const second = page.locator('#b');
  const [plainFirst, plainSecond] = [await pictureOf(first), await pictureOf(second)];
  await show(extensionBrowser, page, texts, filing);
  await expectAsBefore(first, plainFirst, false);
  await show(extensionBrowser, page, texts, police);
  await expectAsBefore(second, plainSecond, false);
  await expectAsBefore(first, plainFirst, true);
});

test('a number is found again after the page has drawn its footer anew', async ({
  page,
  extensionBrowser,
  serve,
  texts,
}) => {
  const server = await serve({ '/': pageOf(`${tallText}<footer id="n"><p>${filing}</p></footer>`) });
  await page.goto(server.url);
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByRole('article')).toHaveCount(1);
  // The same text in new nodes, with a new number before it, by which the test sees that the page was read again.
  await page.evaluate(
    ([filing, police]) => {
      document.body.insertAdjacentHTML('afterbegin', `<p>${police}</p>`);
      const footer = document.getElementById('n');
      if (footer !== null) footer.innerHTML = `<p>${filing}</p>`;
    },
    [filing, police],
  );
  await expect(popup.getByRole('article')).toHaveCount(2);
  const card = popup.getByRole('article', { name: filing, exact: true });
  await card.getByRole('button', { name: texts.text('show') }).click();
  await expect(popup.getByRole('status').filter({ hasText: texts.text('notice_shown', filing) })).toBeVisible();
  await expect(page.locator('#n')).toBeInViewport();
});
