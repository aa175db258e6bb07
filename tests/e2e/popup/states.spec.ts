import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../../cli/browser/temporary-folder.ts';
import type { TextKey } from '../../../lib/texts/language/translate.ts';
import { expect, test } from '../../support/fixtures.ts';
import { serveSlowPage } from '../../support/serve-slow-page.ts';

test('the popup of a page that is still loading says so, and shows its numbers when they come', async ({
  page,
  extensionBrowser,
  texts,
}) => {
  const slow = await serveSlowPage();
  try {
    await page.goto(slow.url, { waitUntil: 'commit' });
    const popup = await extensionBrowser.openPopup(page);
    const heading = popup.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(texts.text('summary_scanning'));
    slow.finish('<footer><a href="https://beian.miit.gov.cn/">京ICP备2021018374号-1</a></footer>');
    await expect(popup.getByRole('article', { name: '京ICP备2021018374号-1', exact: true })).toBeVisible();
    await expect(heading).toHaveText(texts.text('summary_well_formed', texts.text('summary_numbers_one')));
  } finally {
    await slow.close();
  }
});

test('the popup of a page without numbers says what that means and what it does not', async ({
  page,
  extensionBrowser,
  sites,
  texts,
}) => {
  await page.goto(sites('overseas'));
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.text('summary_none'));
  for (const key of ['none_page', 'none_mainland', 'none_elsewhere', 'none_unread'] as const) {
    await expect(popup.getByText(texts.text(key), { exact: true })).toBeVisible();
  }
});

/**
 * Pages that Chromium closes to extensions: the address, the popup's text, and the displayed name. For most of them, Chromium
 * does not reveal the address.
 */
const closed: readonly (readonly [string, TextKey, string | null])[] = [
  ['chrome://version', 'blocked_meaning', null],
  ['chrome-extension://ID/workspace.html', 'blocked_internal', null],
  ['about:blank', 'blocked_meaning', null],
  ['data:text/html,<p>a</p>', 'blocked_meaning', null],
  ['view-source:SITE', 'blocked_meaning', null],
];

for (const [address, meaning, name] of closed) {
  test(`${address} is shown as a page that extensions may not read, with the reason`, async ({
    page,
    extensionBrowser,
    sites,
    texts,
  }) => {
    const site = sites('bakery');
    await page.goto(address.replace('ID', extensionBrowser.extensionId).replace('SITE', site));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.text('summary_blocked'));
    await expect(popup.getByText(texts.text(meaning))).toBeVisible();
    await expect(popup.getByRole('main').getByRole('button')).toHaveCount(0);
    const host = popup.getByRole('banner').locator('bdi');
    if (name === null) await expect(host).toHaveCount(0);
    else await expect(host).toHaveText(name.replace('SITE', new URL(site).host));
  });
}

test('the popup of a local file shows its numbers and nothing about sites and servers', async ({
  page,
  extensionBrowser,
  texts,
}) => {
  const folder = temporaryFolder('files');
  const numbered = '<!doctype html><title>副本</title><footer>京ICP备2021018374号-1</footer>';
  for (const [name, content] of [
    ['空白.html', '<!doctype html><title>空白</title><p>没有编号</p>'],
    ['副本.html', numbered],
  ] as const) {
    const path = join(folder, name);
    writeFileSync(path, content);
    await page.goto(pathToFileURL(path).href);
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByRole('banner')).toContainText(texts.text('local_file', name));
    await expect(popup.getByRole('article')).toHaveCount(content === numbered ? 1 : 0);
    if (content !== numbered) await expect(popup.getByText(texts.text('none_file'))).toBeVisible();
    await expect(popup.getByText(texts.text('none_mainland'))).toHaveCount(0);
    await expect(popup.getByText(texts.text('servers_ask'))).toHaveCount(0);
  }
});

test('the popup of a local file without file access says what to switch on', async ({ freshBrowser, texts }) => {
  const path = join(temporaryFolder('files'), '副本.html');
  writeFileSync(path, '<!doctype html><title>副本</title><footer>京ICP备2021018374号-1</footer>');
  await freshBrowser.revokeFileAccess();
  const page = await freshBrowser.newPage();
  await page.goto(pathToFileURL(path).href);
  const popup = await freshBrowser.openPopup(page);
  // Chromium does not reveal the address of such a file.
  await expect(popup.getByText(texts.text('blocked_meaning_advice'))).toBeVisible();
});

test('a page that does not answer is shown as failed, and can be tried again', async ({
  page,
  extensionBrowser,
  sites,
  texts,
}) => {
  await page.goto(sites('bakery'));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
  const held = await extensionBrowser.pauseScripts(page);
  const popup = await extensionBrowser.openPopup(page);
  const heading = popup.getByRole('heading', { level: 1 });
  // The background waits ten seconds for a page.
  await expect(heading).toHaveText(texts.text('summary_failed'), { timeout: 20_000 });
  await expect(popup.getByText(texts.text('failed_meaning'))).toBeVisible();
  expect(await extensionBrowser.badge(page), 'an old count would pass for a reading').toBe('');

  await held.resume();
  await popup.getByRole('button', { name: texts.text('try_again') }).click();
  await expect(heading).toHaveText(texts.text('summary_well_formed', texts.text('summary_numbers_one')));
  await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
});

test('a tab older than the extension is read when the popup opens', async ({ freshBrowser, sites, texts }) => {
  const page = await freshBrowser.newPage();
  await freshBrowser.setEnabled(false);
  await page.goto(sites('sichuan-freight'));
  await freshBrowser.setEnabled(true);
  expect(await freshBrowser.report(page), 'nothing has read the page yet').toBeNull();

  const popup = await freshBrowser.openPopup(page);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
    texts.text('summary_well_formed', texts.text('summary_numbers_other', 3)),
  );
  await expect.poll(() => freshBrowser.badge(page)).toBe('3');
});

test('a tab cut off by an update of the extension is read when the popup opens', async ({
  freshBrowser,
  sites,
  texts,
}) => {
  const page = await freshBrowser.newPage();
  await page.goto(sites('sichuan-freight'));
  await expect.poll(() => freshBrowser.badge(page)).toBe('3');
  await freshBrowser.reloadExtension();
  expect(await freshBrowser.report(page), 'the new extension knows nothing of the tab').toBeNull();

  const popup = await freshBrowser.openPopup(page);
  const card = popup.getByRole('article', { name: '蜀ICP备19027381号-2', exact: true });
  await card.getByRole('button', { name: texts.text('show') }).click();
  await expect(
    popup.getByRole('status').filter({ hasText: texts.text('notice_shown', '蜀ICP备19027381号-2') }),
  ).toBeVisible();
  await expect.poll(() => freshBrowser.badge(page)).toBe('3');
});
