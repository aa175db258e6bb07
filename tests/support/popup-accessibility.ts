import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { outcomes } from '../../lib/checks/outcome.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { expect, test } from './fixtures.ts';
import { serveSlowPage } from './serve-slow-page.ts';
import type { Language, Texts } from './texts.ts';

// @axe-core/playwright does this too, but needs a newer Node than this project.
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The violations that axe finds on a page, one line each: rule, element, advice. `unfit`: rules to skip, which fail wrongly there. */
export async function axeViolations(page: Page, unfit: string[] = []): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(async (unfit) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    const rules = Object.fromEntries(unfit.map((rule) => [rule, { enabled: false }]));
    return axe.run({ resultTypes: ['violations'], rules });
  }, unfit);
  expect(results.passes.length, 'axe looked at something').toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

// With reduced motion, colours change at once. Otherwise axe could see them in the middle of a transition.
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' },
} as const;
const forced = { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' } as const;

/** The elements that keep their own colours in forced colours mode. */
async function elementsWithOwnColours(page: Page): Promise<string[]> {
  return page
    .locator('body *')
    .evaluateAll((all) =>
      all
        .filter((element) => !['auto', 'preserve-parent-color'].includes(getComputedStyle(element).forcedColorAdjust))
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
}

/** The states of the popup: how to bring a page there, and the text by which a test recognises the state. */
export const popupStates = {
  'numbers with faults': async (page, extensionBrowser, sites) => {
    await page.goto(sites('faults'));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByRole('article')).toHaveCount(6);
    return popup;
  },
  'numbers of every kind, opened': async (page, extensionBrowser, sites) => {
    await page.goto(sites('portal'));
    const popup = await extensionBrowser.openPopup(page);
    const abouts = popup.locator('summary');
    await expect(abouts).not.toHaveCount(0);
    for (const about of await abouts.all()) await about.click();
    return popup;
  },
  'checks of every outcome, opened': async (page, extensionBrowser, sites) => {
    await page.goto(sites('borrowed-design'));
    const popup = await extensionBrowser.openPopup(page);
    for (const outcome of outcomes) {
      await expect(popup.locator(`details.check.${outcome}`)).not.toHaveCount(0);
    }
    for (const summary of await popup.locator('.checks summary').all()) await summary.click();
    return popup;
  },
  'hidden numbers': async (page, extensionBrowser, sites) => {
    await page.goto(sites('hidden-numbers'));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByRole('article')).toHaveCount(3);
    return popup;
  },
  'mentioned numbers and a notice': async (page, extensionBrowser, sites) => {
    await page.goto(sites('news'));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByRole('article')).toHaveCount(3);
    await popup.getByRole('article').first().getByRole('button').first().click();
    await expect(popup.getByRole('status').locator('bdi')).not.toHaveCount(1);
    return popup;
  },
  'no numbers': async (page, extensionBrowser, sites, { text }) => {
    await page.goto(sites('overseas'));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByText(text('none_page'))).toBeVisible();
    return popup;
  },
  'a blocked page': async (page, extensionBrowser, _, { text }) => {
    await page.goto('about:blank');
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByText(text('blocked_meaning'))).toBeVisible();
    return popup;
  },
  'a failed page': async (page, extensionBrowser, sites, { text }) => {
    await page.goto(sites('bakery'));
    await expect.poll(() => extensionBrowser.badge(page)).toBe('1');
    await extensionBrowser.pauseScripts(page);
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByText(text('failed_meaning'))).toBeVisible({ timeout: 20_000 });
    return popup;
  },
} satisfies Record<
  string,
  (page: Page, extensionBrowser: ExtensionBrowser, sites: (name: string) => string, texts: Texts) => Promise<Page>
>;

/** Checks the popup with axe in every look that a user can choose. */
async function expectNoViolations(popup: Page, language: Language, texts: Texts): Promise<void> {
  await expect(popup.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN');
  await expect(popup).toHaveTitle(texts.text('extension_name'));
  for (const [look, media] of Object.entries(looks)) {
    await popup.emulateMedia(media);
    expect.soft(await axeViolations(popup), look).toEqual([]);
  }
  await popup.emulateMedia(forced);
  // In forced colours the browser ensures the contrast. axe checks the text's fill colour, which is not painted then.
  expect.soft(await axeViolations(popup, ['color-contrast']), 'forced colours').toEqual([]);
  expect.soft(await elementsWithOwnColours(popup), 'forced colours').toEqual([]);
}

/** Declares a test for each state of the popup: axe finds no violation in any look. */
export function testPopupAccessibility(language: Language): void {
  for (const [name, reach] of Object.entries(popupStates)) {
    test(`the popup, ${name}: axe finds no violation`, async ({ page, extensionBrowser, sites, texts }) => {
      await expectNoViolations(await reach(page, extensionBrowser, sites, texts), language, texts);
    });
  }

  test('the popup, a page that is being read: axe finds no violation', async ({ page, extensionBrowser, texts }) => {
    const slow = await serveSlowPage();
    try {
      await page.goto(slow.url, { waitUntil: 'commit' });
      const popup = await extensionBrowser.openPopup(page);
      await expect(popup.getByRole('heading', { level: 1 })).toHaveText(texts.text('summary_scanning'));
      await expectNoViolations(popup, language, texts);
    } finally {
      slow.close();
    }
  });
}
