import { expect, test } from '@playwright/test';
import { serveSites } from '../../../cli/servers/sample-sites.ts';
import { provinces } from '../../../lib/icp/data/provinces.ts';
import { expected } from '../../sites/expected.ts';
import { expectedSummaries } from '../../sites/expected-summaries.ts';
import { kindText, statusTexts } from '../../support/expected-texts.ts';
import { type Firefox, openFirefox, pagePatterns } from '../../support/firefox-browser.ts';
import { textsOf } from '../../support/texts.ts';

let firefox: Firefox;
let served: Awaited<ReturnType<typeof serveSites>>;

test.beforeAll(async () => {
  served = await serveSites();
  firefox = await openFirefox();
});

test.afterAll(async () => {
  await firefox?.close();
  await served?.close();
});

test('Firefox lets the extension run on the pages that the manifest names', async () => {
  expect(await firefox.origins()).toEqual(pagePatterns());
});

for (const [name, numbers] of Object.entries(expected)) {
  test(`${name}: badge and popup in Firefox`, async () => {
    const texts = textsOf('en');
    const page = await firefox.newPage();
    try {
      await page.goto(served.sites.find((site) => site.name === name)?.url ?? '');
      await expect.poll(() => firefox.badge()).toBe(expectedSummaries[name]?.badge);

      await firefox.openPopup();
      if (numbers.length === 0) await expect.poll(() => firefox.popupText()).toContain(texts.text('none_page'));
      for (const { kind, canonical, province, status } of numbers) {
        await expect.poll(() => firefox.popupText(), canonical).toContain(canonical);
        const text = await firefox.popupText();
        expect(text).toContain(kindText(texts, kind, status));
        expect(text).toContain(texts.text(statusTexts[status]));
        if (province !== null) expect(text).toContain(provinces.get(province)?.en);
      }
    } finally {
      await firefox.closePopup();
      await page.close();
    }
  });
}

test('a footer that arrives late reaches the badge in Firefox, and a page without numbers clears it', async () => {
  const page = await firefox.newPage();
  try {
    await page.goto(served.sites.find((site) => site.name === 'late-footer')?.url ?? '');
    await expect.poll(() => firefox.badge()).toBe('2');
    await page.evaluate(() => document.querySelectorAll('button')[1]?.click());
    await expect.poll(() => firefox.badge()).toBe('3');
    await page.goto(served.sites.find((site) => site.name === 'overseas')?.url ?? '');
    await expect.poll(() => firefox.badge()).toBe('');
  } finally {
    await page.close();
  }
});
