import { expect, test } from './fixtures.ts';
import { serveSlowPage } from './serve-slow-page.ts';

test('a page that is still arriving is being read; its numbers follow', async ({ page, lens, texts }) => {
  const slow = await serveSlowPage();
  try {
    await page.goto(slow.url, { waitUntil: 'commit' });
    const popup = await lens.openPopup(page);
    const heading = popup.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(texts.text('summary_scanning'));
    slow.finish('<footer><a href="https://beian.miit.gov.cn/">京ICP备2021018374号-1</a></footer>');
    await expect(popup.getByRole('article', { name: '京ICP备2021018374号-1', exact: true })).toBeVisible();
    await expect(heading).toHaveText(texts.text('summary_well_formed', texts.text('summary_numbers_one')));
  } finally {
    await slow.close();
  }
});

test('a page without numbers is told what that means and what not', async ({ page, lens, sites, texts }) => {
  await page.goto(sites('overseas'));
  const popup = await lens.openPopup(page);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.text('summary_none'));
  for (const key of ['none_page', 'none_mainland', 'none_elsewhere', 'none_unread'] as const) {
    await expect(popup.getByText(texts.text(key), { exact: true })).toBeVisible();
  }
});

for (const address of ['chrome://version', 'about:blank']) {
  test(`${address} is called a page that extensions may not read`, async ({ page, lens, texts }) => {
    await page.goto(address);
    const popup = await lens.openPopup(page);
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.text('summary_blocked'));
    await expect(popup.getByText(texts.text('blocked_meaning'))).toBeVisible();
    await expect(popup.getByRole('main').getByRole('button')).toHaveCount(0);
  });
}

test('a page that does not answer is called failed, and can be tried again', async ({ page, lens, sites, texts }) => {
  await page.goto(sites('bakery'));
  await expect.poll(() => lens.badge(page)).toBe('1');
  const held = await lens.hold(page);
  const popup = await lens.openPopup(page);
  const heading = popup.getByRole('heading', { level: 1 });
  // The background gives a page ten seconds.
  await expect(heading).toHaveText(texts.text('summary_failed'), { timeout: 20_000 });
  await expect(popup.getByText(texts.text('failed_meaning'))).toBeVisible();
  expect(await lens.badge(page), 'an old count would pass for a reading').toBe('');

  await held.release();
  await popup.getByRole('button', { name: texts.text('try_again') }).click();
  await expect(heading).toHaveText(texts.text('summary_well_formed', texts.text('summary_numbers_one')));
  await expect.poll(() => lens.badge(page)).toBe('1');
});

test('a tab older than the extension is read when the popup opens', async ({ ownLens, sites, texts }) => {
  const page = await ownLens.newPage();
  await ownLens.setEnabled(false);
  await page.goto(sites('sichuan-freight'));
  await ownLens.setEnabled(true);
  expect(await ownLens.report(page), 'nothing has read the page yet').toBeNull();

  const popup = await ownLens.openPopup(page);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
    texts.text('summary_well_formed', texts.text('summary_numbers_other', 3)),
  );
  await expect.poll(() => ownLens.badge(page)).toBe('3');
});

test('a tab cut off by an update of the extension is read when the popup opens', async ({ ownLens, sites, texts }) => {
  const page = await ownLens.newPage();
  await page.goto(sites('sichuan-freight'));
  await expect.poll(() => ownLens.badge(page)).toBe('3');
  await ownLens.reloadExtension();
  expect(await ownLens.report(page), 'the new extension knows nothing of the tab').toBeNull();

  const popup = await ownLens.openPopup(page);
  const card = popup.getByRole('article', { name: '蜀ICP备19027381号-2', exact: true });
  await card.getByRole('button', { name: texts.text('show') }).click();
  await expect(
    popup.getByRole('status').filter({ hasText: texts.text('notice_shown', '蜀ICP备19027381号-2') }),
  ).toBeVisible();
  await expect.poll(() => ownLens.badge(page)).toBe('3');
});
