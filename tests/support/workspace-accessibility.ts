import type { Page } from '@playwright/test';
import { serveAuditSites } from './audit-sites.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { expect, test } from './fixtures.ts';
import { axeViolations } from './popup-accessibility.ts';
import type { Language, Texts } from './texts.ts';
import { openWorkspace, startAudit, waitUntilDone } from './workspace-page.ts';

// With reduced motion, colours change at once. Otherwise axe could see them in the middle of a transition.
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' },
} as const;
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 400, height: 800 } };

/** Checks a page of the workspace with axe, light and dark, wide and narrow. */
async function expectNoViolations(page: Page, language: Language, texts: Texts): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN');
  await expect(page).toHaveTitle(texts.text('workspace_title'));
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const [look, media] of Object.entries(looks)) {
      await page.emulateMedia(media);
      expect.soft(await axeViolations(page), `${look}, ${size}`).toEqual([]);
    }
    const [wanted, given] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect.soft(wanted, `${size}: nothing sticks out`).toBeLessThanOrEqual(given ?? 0);
  }
}

const contract =
  '甲方网站备案号沪ICP备2024099014号-2，乙方川ICP备09150084号，模板京ICP备12345678号，萌ICP备20250577号。';

/** The parts of the workspace that need no audit, with how to reach each. */
const parts = {
  'no audit yet': async (extensionBrowser) => openWorkspace(extensionBrowser, '#audits'),
  'a new audit, with lines left out': async (extensionBrowser, { text }) => {
    const page = await openWorkspace(extensionBrowser, '#audits/new');
    await page.getByLabel(text('workspace_addresses_label')).fill('a.cn\na.cn\nnot an address\nftp://a.cn/');
    for (const summary of await page.locator('.understood summary').all()) await summary.click();
    return page;
  },
  'a checked contract': async (extensionBrowser, { text }) => {
    const page = await openWorkspace(extensionBrowser, '#check');
    await page.getByLabel(text('workspace_check_label')).fill(contract);
    await expect(page.getByRole('article')).toHaveCount(4);
    for (const summary of await page.locator('summary').all()) await summary.click();
    return page;
  },
  'no history': async (extensionBrowser) => openWorkspace(extensionBrowser, '#history'),
  settings: async (extensionBrowser) => {
    const page = await openWorkspace(extensionBrowser, '#settings');
    await expect(page.locator('.panel')).toHaveCount(3);
    return page;
  },
} satisfies Record<string, (extensionBrowser: ExtensionBrowser, texts: Texts) => Promise<Page>>;

/** Declares a test for each part of the workspace: axe finds no violation, and the part fits its window. */
export function testWorkspaceAccessibility(language: Language): void {
  for (const [name, reach] of Object.entries(parts)) {
    test(`the workspace, ${name}: axe finds no violation`, async ({ extensionBrowser, texts }) => {
      const page = await reach(extensionBrowser, texts);
      await expectNoViolations(page, language, texts);
      await page.close();
    });
  }

  test('the workspace, an audit with its menus, charts, a site and history: axe finds no violation', async ({
    freshBrowser,
    texts,
  }) => {
    test.setTimeout(180_000);
    const sites = await serveAuditSites();
    try {
      const { text } = texts;
      const names = ['numbers-0', 'numbers-5', 'numbers-1', 'none-1', 'broken-1'];
      const page = await openWorkspace(freshBrowser, '#audits/new');
      sites.holdResponses('numbers-0');
      await startAudit(page, texts, names.map(sites.url), { seconds: 30, retries: 0 });
      await expect(page.locator('.counts .numbers dd')).toHaveText('1');
      await expectNoViolations(page, language, texts);
      await page.getByRole('button', { name: text('workspace_cancel') }).click();
      await expect(page.locator('.confirm')).toBeVisible();
      await expectNoViolations(page, language, texts);
      await page.getByRole('button', { name: text('workspace_keep') }).click();
      sites.releaseResponses();
      await waitUntilDone(page, texts);
      await page.getByLabel(text('workspace_group')).check();
      await page.locator('.filters summary').nth(1).click();
      await expectNoViolations(page, language, texts);
      await page.keyboard.press('Escape');
      await page.getByText(text('workspace_view_charts')).click();
      await expect(page.locator('.chart')).toHaveCount(3);
      await expectNoViolations(page, language, texts);
      await page.getByText(text('workspace_view_table')).click();
      await page.locator('.grid-body [aria-selected]').first().click();
      await expect(page.locator('dialog .report')).toBeVisible();
      await expectNoViolations(page, language, texts);
      await page.goto(page.url().replace(/#.*/, '#history'));
      await page.getByRole('link', { name: new URL(sites.url('numbers-0')).host }).click();
      await expect(page.locator('.timeline li')).not.toHaveCount(0);
      await expectNoViolations(page, language, texts);
      await page.goto(page.url().replace(/#.*/, '#audits'));
      await expect(page.locator('.lines li')).toHaveCount(1);
      await expectNoViolations(page, language, texts);
      sites.changeKind('numbers-1', 'none');
      await page.locator('.lines a.title').click();
      await page.getByRole('button', { name: text('workspace_again') }).click();
      await expect(page.locator('.lines')).toHaveCount(0);
      await expect(page.locator('.change-summary')).toBeVisible();
      await waitUntilDone(page, texts);
      await page.locator('.change-summary').getByRole('button').click();
      await expect(page.locator('.grid-body [aria-selected]')).toHaveCount(1);
      await expectNoViolations(page, language, texts);
    } finally {
      await sites.close();
    }
  });
}
