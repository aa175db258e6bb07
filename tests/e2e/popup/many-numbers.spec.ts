import type { browser as extensionApi } from 'wxt/browser';
import { maxFindings } from '../../../lib/checks/keep-findings.ts';
import type { TabReport } from '../../../lib/checks/site-report.ts';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, test } from '../../support/fixtures.ts';
import { servePages } from '../../support/serve-pages.ts';

/** The extension API in the extension's worker. */
declare const chrome: typeof extensionApi;

const count = 6_000;
const numberAt = (place: number): string => `京ICP备2021${String(place + 1).padStart(6, '0')}号`;
const numbers = Array.from({ length: count }, (_, place) => numberAt(place));
const own = '沪ICP备2021018374号-1';
const footer = `<footer><a href="https://beian.miit.gov.cn/">${own}</a></footer>`;
const html = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>多</title>${body}`;

/** Blocks of several hundred numbers each. All numbers are reported. */
const dense = Array.from(
  { length: count / 200 },
  (_, block) => `<p>${numbers.slice(block * 200, (block + 1) * 200).join(' ')}</p>`,
).join('');

const pages = {
  'in dense blocks': { body: `<article>${dense}</article>${footer}`, leftOut: count + 1 - maxFindings, badge: '1+' },
  'shown as its own': { body: `<footer>${dense}</footer>`, leftOut: count - maxFindings, badge: '9+!!' },
  // Of so many blocks, the scan reads only the first and the last ones.
  'in a list': { body: `<article><ul><li>${numbers.join('<li>')}</ul></article>${footer}`, leftOut: 0, badge: '1+' },
};

type Done = Extract<TabReport, { state: 'done' }>;

async function doneReport(
  extensionBrowser: ExtensionBrowser,
  page: Parameters<ExtensionBrowser['report']>[0],
): Promise<Done> {
  // The background needs some seconds for so many numbers.
  await expect.poll(async () => (await extensionBrowser.report(page))?.state, { timeout: 30_000 }).toBe('done');
  const report = await extensionBrowser.report(page);
  if (report?.state !== 'done') throw new Error('The page was read again.');
  return report;
}

for (const [name, { body, leftOut, badge }] of Object.entries(pages)) {
  test(`6 000 numbers ${name}: the popup says that it lists only a part, and other tabs are unaffected`, async ({
    page,
    extensionBrowser,
    sites,
    texts,
  }) => {
    test.setTimeout(120_000);
    const server = await servePages({ '/': html(body) });
    const other = await extensionBrowser.newPage();
    try {
      await page.goto(server.url);
      const report = await doneReport(extensionBrowser, page);
      expect(report.capped).toBe(true);
      expect(report.leftOut ?? 0).toBe(leftOut);
      expect(report.findings.length).toBeLessThanOrEqual(maxFindings);
      expect(await extensionBrowser.badge(page)).toBe(badge);

      await other.goto(sites('sichuan-freight'));
      await expect.poll(() => extensionBrowser.badge(other)).toBe('3');
      const ordinary = await extensionBrowser.openPopup(other);
      await expect(ordinary.getByRole('heading', { level: 1 })).toHaveText(
        texts.text('summary_well_formed', texts.text('summary_numbers_other', 3)),
      );
      await expect(ordinary.getByRole('article')).toHaveCount(3);

      const popup = await extensionBrowser.openPopup(page);
      const cards = popup.locator('article');
      await expect(cards.first()).toBeVisible({ timeout: 30_000 });
      await expect(popup.locator('.page-note')).toHaveText(
        leftOut > 0 ? texts.text('capped_left_out', maxFindings, leftOut) : texts.text('capped'),
      );
      const before = await cards.count();
      const more = popup.locator('.findings .show-more');
      await more.focus();
      await popup.keyboard.press('Enter');
      await expect.poll(() => cards.count()).toBe(before + 100);
      expect(
        await popup.evaluate(() =>
          [...document.querySelectorAll('article')].findIndex((card) => card.contains(document.activeElement)),
        ),
      ).toBe(before);
      expect(await extensionBrowser.badge(page)).toBe(badge);
    } finally {
      await other.close();
      await server.close();
    }
  });
}

test('when session storage is full, the report of a new tab replaces the oldest ones', async ({
  freshBrowser: extensionBrowser,
  sites,
  texts,
}) => {
  const [first, second] = [await extensionBrowser.newPage(), await extensionBrowser.newPage()];
  await first.goto(sites('bakery'));
  await expect.poll(() => extensionBrowser.badge(first)).toBe('1');
  // Fills the session storage, as thousands of tabs would.
  const kept = await extensionBrowser.inWorker((worker) =>
    worker.evaluate(async () => {
      const { session } = chrome.storage;
      for (const chars of [400_000, 20_000, 1_000]) {
        for (let tab = 1; ; tab++) {
          try {
            await session.set({ [`tab:9${chars}${tab}`]: 'x'.repeat(chars) });
          } catch {
            break;
          }
        }
      }
      return session.getBytesInUse();
    }),
  );
  expect(kept).toBeGreaterThan(10_000_000);

  await second.goto(sites('sichuan-freight'));
  await expect.poll(() => extensionBrowser.badge(second)).toBe('3');
  await expect.poll(async () => (await extensionBrowser.report(second))?.state).toBe('done');
  expect(await extensionBrowser.badge(first), 'what the browser shows stays').toBe('1');
  expect(await extensionBrowser.report(first), 'its report made room').toBeNull();
  const popup = await extensionBrowser.openPopup(first);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
    texts.text('summary_well_formed', texts.text('summary_numbers_one')),
  );
  // The badge is cleared with the page, even if its report was dropped.
  await extensionBrowser.closePopup();
  await first.goto(sites('overseas'));
  await expect.poll(() => extensionBrowser.badge(first)).toBe('');
});
