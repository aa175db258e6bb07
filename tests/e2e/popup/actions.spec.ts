import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { servePages } from '../../support/serve-pages.ts';

const filing = '京ICP备2021018374号-1';

/** Pastes the clipboard into a text field of a page and returns the text. The browser may not have written the clipboard yet. */
async function pasted(page: Page): Promise<string> {
  await page.bringToFront();
  await page.setContent('<textarea></textarea>');
  await page.locator('textarea').focus();
  await page.keyboard.press('ControlOrMeta+V');
  return page.locator('textarea').inputValue();
}

test('copying puts the normal form of the number on the clipboard, and the popup says so', async ({
  page,
  extensionBrowser,
  sites,
  texts,
}) => {
  await page.goto(sites('school'));
  const popup = await extensionBrowser.openPopup(page);
  const card = popup.getByRole('article', { name: '滇ICP备17004826号-2', exact: true });
  await card.getByRole('button', { name: texts.text('copy'), exact: true }).click();
  await expect(card.getByRole('button', { name: texts.text('copied'), exact: true })).toBeVisible();
  await expect(
    popup.getByRole('status').filter({ hasText: texts.text('notice_copied', '滇ICP备17004826号-2') }),
  ).toBeVisible();
  await expect.poll(() => pasted(page)).toBe('滇ICP备17004826号-2');
});

const queryPages = [
  [filing, 'https://beian.miit.gov.cn/#/Integrated/recordQuery'],
  ['京B2-20213086', 'https://dxzhgl.miit.gov.cn/'],
  ['京公网安备11010802046193号', 'https://beian.mps.gov.cn/#/query/webSearch?code=11010802046193'],
] as const;

for (const [number, address] of queryPages) {
  test(`looking up ${number} opens ${address} with the number copied`, async ({
    page,
    extensionBrowser,
    sites,
    texts,
  }) => {
    await extensionBrowser.context.route(`${new URL(address).origin}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>' }),
    );
    await page.goto(sites('portal'));
    const popup = await extensionBrowser.openPopup(page);
    const card = popup.getByRole('article', { name: number, exact: true });
    const opened = extensionBrowser.context.waitForEvent('page');
    const left = popup.waitForEvent('close');
    await card.getByRole('button', { name: texts.text('look_up', new URL(address).host) }).click();
    const tab = await opened;
    await expect(tab).toHaveURL(address);
    await left;
    await expect.poll(() => pasted(page)).toBe(number);
    await tab.close();
    await extensionBrowser.context.unrouteAll();
  });
}

test('the audits button opens the workspace in front and closes the popup', async ({
  page,
  extensionBrowser,
  sites,
  texts,
}) => {
  await page.goto(sites('bakery'));
  const popup = await extensionBrowser.openPopup(page);
  const opened = extensionBrowser.context.waitForEvent('page');
  const left = popup.waitForEvent('close');
  await popup.getByRole('button', { name: texts.text('workspace_open') }).click();
  const tab = await opened;
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await left;
  await tab.close();
});

test('showing a number scrolls to it and marks it, and leaves the page as it is', async ({
  page,
  extensionBrowser,
  texts,
}) => {
  const filler = '<p>一段很长的文字。</p>'.repeat(200);
  const server = await servePages({
    '/': `<!doctype html><title>长</title>${filler}<p id="n">备案 ${filing} 号码</p>${filler}`,
  });
  try {
    await page.goto(server.url);
    const line = page.locator('#n');
    await expect(line).not.toBeInViewport();
    await line.scrollIntoViewIfNeeded();
    const plain = await line.screenshot();
    await page.evaluate(() => scrollTo(0, 0));
    const before = await page.content();
    const popup = await extensionBrowser.openPopup(page);
    await popup.getByRole('button', { name: texts.text('show') }).click();

    await expect(line).toBeInViewport({ ratio: 1 });
    await expect(popup.getByRole('status').filter({ hasText: texts.text('notice_shown', filing) })).toBeVisible();
    await expect.poll(async () => plain.equals(await line.screenshot()), 'the number looks as before').toBe(false);
    expect(await page.content()).toBe(before);
  } finally {
    await server.close();
  }
});

test('showing a number split over elements marks all of it', async ({ page, extensionBrowser, sites, texts }) => {
  await page.goto(sites('legacy'));
  const popup = await extensionBrowser.openPopup(page);
  const card = popup.getByRole('article', { name: '京公网安备110108004726号', exact: true });
  await card.getByRole('button', { name: texts.text('show') }).click();
  await expect(
    popup.getByRole('status').filter({ hasText: texts.text('notice_shown', '京公网安备110108004726号') }),
  ).toBeVisible();
});

test('a number that has gone from the page is said to be gone', async ({ page, extensionBrowser, texts }) => {
  const server = await servePages({ '/': `<!doctype html><title>短</title><p id="n">${filing}</p>` });
  try {
    await page.goto(server.url);
    const popup = await extensionBrowser.openPopup(page);
    const show = popup.getByRole('button', { name: texts.text('show') });
    await expect(show).toBeVisible();
    // The page removes the number, and the user clicks before the extension could notice.
    const held = await extensionBrowser.pauseScripts(page);
    await show.click();
    await held.runWhilePaused("document.getElementById('n').remove()");
    await held.resume();
    await expect(popup.getByRole('status').filter({ hasText: texts.text('notice_gone', filing) })).toBeVisible();
  } finally {
    await server.close();
  }
});

test('a hidden number has no button that shows it', async ({ page, extensionBrowser, sites, texts }) => {
  await page.goto(sites('hidden-numbers'));
  const popup = await extensionBrowser.openPopup(page);
  const card = popup.getByRole('article', { name: '鲁ICP备16038527号-2', exact: true });
  await expect(card.getByRole('button', { name: texts.text('copy'), exact: true })).toBeVisible();
  await expect(card.getByRole('button', { name: texts.text('show') })).toHaveCount(0);
});
