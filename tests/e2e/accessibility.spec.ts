import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, test } from './fixtures.ts';
import type { Lens } from './lens.ts';
import type { Language, textsOf } from './texts.ts';

// @axe-core/playwright would do this too, but wants a newer Node than this project does.
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds wrong with a page, one line for each: rule, element, advice. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  expect(results.passes.length, 'axe looked at something').toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Each state of the popup: how a page is brought there, and the text that tells that the popup shows it. */
const states = {
  'numbers with faults': async (page, lens, sites) => {
    await page.goto(sites('faults'));
    const popup = await lens.openPopup(page);
    await expect(popup.getByRole('article')).toHaveCount(6);
    return popup;
  },
  'numbers of every kind, opened': async (page, lens, sites) => {
    await page.goto(sites('portal'));
    const popup = await lens.openPopup(page);
    const abouts = popup.locator('summary');
    await expect(abouts).not.toHaveCount(0);
    for (const about of await abouts.all()) await about.click();
    return popup;
  },
  'hidden numbers': async (page, lens, sites) => {
    await page.goto(sites('hidden-numbers'));
    const popup = await lens.openPopup(page);
    await expect(popup.getByRole('article')).toHaveCount(3);
    return popup;
  },
  'mentioned numbers and a notice': async (page, lens, sites) => {
    await page.goto(sites('news'));
    const popup = await lens.openPopup(page);
    await expect(popup.getByRole('article')).toHaveCount(3);
    await popup.getByRole('article').first().getByRole('button').first().click();
    await expect(popup.getByRole('status').locator('bdi')).not.toHaveCount(1);
    return popup;
  },
  'no numbers': async (page, lens, sites, { text }) => {
    await page.goto(sites('overseas'));
    const popup = await lens.openPopup(page);
    await expect(popup.getByText(text('none_page'))).toBeVisible();
    return popup;
  },
  'a blocked page': async (page, lens, _, { text }) => {
    await page.goto('about:blank');
    const popup = await lens.openPopup(page);
    await expect(popup.getByText(text('blocked_meaning'))).toBeVisible();
    return popup;
  },
  'a failed page': async (page, lens, sites, { text }) => {
    await page.goto(sites('bakery'));
    await expect.poll(() => lens.badge(page)).toBe('1');
    await lens.hold(page);
    const popup = await lens.openPopup(page);
    await expect(popup.getByText(text('failed_meaning'))).toBeVisible({ timeout: 20_000 });
    return popup;
  },
} satisfies Record<
  string,
  (page: Page, lens: Lens, sites: (name: string) => string, texts: ReturnType<typeof textsOf>) => Promise<Page>
>;

for (const language of ['en', 'zh_CN'] as const satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    for (const [name, reach] of Object.entries(states)) {
      test(`${name}: nothing for axe to object to`, async ({ page, lens, sites, texts }) => {
        test.setTimeout(60_000);
        const popup = await reach(page, lens, sites, texts);
        await expect(popup.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN');
        await expect(popup).toHaveTitle(texts.text('extension_name'));
        for (const [look, media] of Object.entries(looks)) {
          await popup.emulateMedia(media);
          expect.soft(await violations(popup), look).toEqual([]);
        }
      });
    }
  });
}

test('axe finds a fault that is there', async ({ page, lens }) => {
  await page.goto('about:blank');
  const popup = await lens.openPopup(page);
  await popup.evaluate(() => document.body.append(document.createElement('button')));
  expect(await violations(popup)).toEqual([expect.stringContaining('button-name')]);
});
