import { expected } from '../../sites/expected.ts';
import { expectedSummaries } from '../../sites/expected-summaries.ts';
import { expect, test } from '../../support/fixtures.ts';
import { pressOnPage } from '../../support/press-on-page.ts';

test('every sample site has an expected badge and summary', () => {
  expect(Object.keys(expectedSummaries)).toEqual(Object.keys(expected).toSorted());
});

for (const [name, { badge }] of Object.entries(expectedSummaries)) {
  test(`${name}: the badge counts the site's own numbers and marks its problems`, async ({
    page,
    extensionBrowser,
    sites,
  }) => {
    await page.goto(sites(name));
    await expect.poll(async () => (await extensionBrowser.report(page))?.state).toBe('done');
    await expect.poll(() => extensionBrowser.badge(page)).toBe(badge);
  });
}

test('each tab has a badge of its own', async ({ page, extensionBrowser, sites }) => {
  await page.goto(sites('bakery'));
  const other = await extensionBrowser.newPage();
  await other.goto(sites('sichuan-freight'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
  await expect.poll(() => extensionBrowser.badge(other)).toBe('3');
  await other.close();
});

test('going to a page without numbers clears the badge', async ({ page, extensionBrowser, sites }) => {
  await page.goto(sites('bakery'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
  await page.goto(sites('overseas'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('');
  await page.goBack();
  await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
});

test('going to a page that extensions may not read clears the badge', async ({ page, extensionBrowser, sites }) => {
  await page.goto(sites('bakery'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
  await page.goto('chrome://version');
  await expect.poll(() => extensionBrowser.badge(page)).toBe('');
});

test('a footer that arrives late reaches the badge and the open popup', async ({
  page,
  extensionBrowser,
  sites,
  texts,
}) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/site.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(sites('late-footer'));
  await expect.poll(async () => (await extensionBrowser.report(page))?.state).toBe('done');
  expect(await extensionBrowser.badge(page)).toBe('');
  const popup = await extensionBrowser.openPopup(page);
  const heading = popup.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(texts.text('summary_none'));

  release();
  await expect.poll(() => extensionBrowser.badge(page)).toBe('2');
  await expect(heading).toHaveText(texts.text('summary_well_formed', texts.text('summary_numbers_other', 2)));
  await expect(popup.getByRole('article', { name: '粤ICP备2022087316号-3', exact: true })).toBeVisible();
});

test('a route change without a load reaches the badge and the open popup', async ({
  page,
  extensionBrowser,
  sites,
  texts,
}) => {
  await page.goto(sites('late-footer'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('2');
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByRole('article')).toHaveCount(2);

  await pressOnPage(page, '开放平台');
  await expect.poll(() => extensionBrowser.badge(page)).toBe('3');
  await expect(popup.getByRole('article', { name: '粤B2-20220753', exact: true })).toBeVisible();

  await pressOnPage(page, 'English');
  await expect.poll(() => extensionBrowser.badge(page)).toBe('');
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.text('summary_none'));
});

test('badge and report survive when the worker stops', async ({ page, extensionBrowser, sites }) => {
  await page.goto(sites('sichuan-freight'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('3');
  const before = await extensionBrowser.report(page);
  const start = await extensionBrowser.workerStart();
  await extensionBrowser.stopWorker();
  // The page is paused, so that nothing displayed from here on can come from a new scan.
  const held = await extensionBrowser.pauseScripts(page);
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByRole('article', { name: '蜀ICP备19027381号-2', exact: true })).toBeVisible();
  expect(await extensionBrowser.badge(page)).toBe('3');
  expect(await extensionBrowser.report(page)).toEqual(before);
  expect(await extensionBrowser.workerStart(), 'this is another worker').not.toBe(start);
  await held.resume();
});

test('a page that changes after the worker stopped is still reported', async ({ page, extensionBrowser, sites }) => {
  await page.goto(sites('late-footer'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('2');
  await extensionBrowser.stopWorker();
  await page.getByRole('button', { name: '开放平台' }).click();
  await expect.poll(() => extensionBrowser.badge(page)).toBe('3');
});
