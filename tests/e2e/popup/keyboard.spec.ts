import { expect, test } from '../../support/fixtures.ts';
import { pressOnPage } from '../../support/press-on-page.ts';

/** The focused element and how it is drawn, to compare it with the same element without focus. */
type Focused = { name: string; top: number; left: number; outline: string; inView: boolean };

test('the Tab key reaches every control of the popup in reading order, each with a visible focus', async ({
  page,
  extensionBrowser,
  sites,
}) => {
  await page.goto(sites('faults'));
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByRole('article')).toHaveCount(6);
  // Outer elements come first, so each is visible when it is clicked.
  for (const summary of await popup.locator('summary').all()) await summary.click();
  await popup.locator('main').click({ position: { x: 1, y: 1 } });
  const controls = popup.locator('button, summary, a[href], input, select, [tabindex]');
  const count = await controls.count();
  expect(count).toBeGreaterThan(30);

  const seen: Focused[] = [];
  for (let i = 0; i < count; i++) {
    await popup.keyboard.press('Tab');
    seen.push(
      await popup.locator(':focus').evaluate((element): Focused => {
        const { top, left, bottom } = element.getBoundingClientRect();
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return {
          name: element.textContent?.trim() ?? '',
          top: top + scrollY,
          left,
          outline: outlineStyle === 'none' ? 'none' : `${outlineWidth} ${outlineColor}`,
          inView: top >= 0 && bottom <= innerHeight,
        };
      }),
    );
  }
  const names = await controls.evaluateAll((all) => all.map((element) => element.textContent?.trim() ?? ''));
  expect(seen.map(({ name }) => name)).toEqual(names);
  for (const [i, here] of seen.entries()) {
    expect(here.outline, `${here.name} shows its focus`).not.toMatch(/^(none|0px)/);
    expect(here.inView, `${here.name} is scrolled into view`).toBe(true);
    const last = seen[i - 1];
    const onward = last === undefined || here.top > last.top || here.left > last.left;
    expect(onward, `${here.name} comes after ${last?.name}`).toBe(true);
  }
});

test('Enter and Space activate the controls of the popup', async ({ page, extensionBrowser, sites, texts }) => {
  await page.goto(sites('bakery'));
  const popup = await extensionBrowser.openPopup(page);
  const card = popup.getByRole('article');
  await card.getByRole('button', { name: texts.text('copy'), exact: true }).focus();
  await popup.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: texts.text('copied'), exact: true })).toBeFocused();

  await card.getByRole('button', { name: texts.text('show') }).focus();
  await popup.keyboard.press('Space');
  await expect(
    popup.getByRole('status').filter({ hasText: texts.text('notice_shown', '浙ICP备2023017846号-1') }),
  ).toBeVisible();

  const details = card.getByRole('group');
  await card.getByText(texts.text('about')).focus();
  await popup.keyboard.press('Enter');
  await expect(details.getByText(texts.text('about_icp_filing'))).toBeVisible();
  await popup.keyboard.press('Enter');
  await expect(details.getByText(texts.text('about_icp_filing'))).toBeHidden();
});

test('a report that changes late leaves the focus where it was', async ({ page, extensionBrowser, sites, texts }) => {
  await page.goto(sites('late-footer'));
  const popup = await extensionBrowser.openPopup(page);
  const copy = popup
    .getByRole('article', { name: '粤ICP备2022087316号-3', exact: true })
    .getByRole('button', { name: texts.text('copy'), exact: true });
  await copy.focus();
  await pressOnPage(page, '开放平台');
  await expect(popup.getByRole('article')).toHaveCount(3);
  // `toBeFocused` would fail, because the page in front may have the window's focus.
  expect(await copy.evaluate((element) => element === document.activeElement)).toBe(true);
});
