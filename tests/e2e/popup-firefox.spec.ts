import { expect, test } from '@playwright/test';
import { serveSites } from '../sites/serve-sites.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('en');
let firefox: Firefox;
let served: Awaited<ReturnType<typeof serveSites>>;
const site = (name: string): string => served.sites.find((each) => each.name === name)?.url ?? '';

test.beforeAll(async () => {
  served = await serveSites();
  // A screen of 1366×768 at 125 %: below the button is room for less than the 600 px that a popup may have.
  firefox = await openFirefox({ preferences: { 'layout.css.devPixelsPerPx': '1.25' } });
});

test.afterAll(async () => {
  await firefox?.close();
  await served?.close();
});

test.afterEach(() => firefox.closePopup());

test('the button stands in the toolbar', async () => {
  expect(await firefox.buttonArea()).toBe('nav-bar');
});

for (const name of ['portal', 'faults', 'overseas']) {
  test(`${name}: a popup that has more to say than the screen has room for can be scrolled to its end`, async () => {
    const page = await firefox.newPage();
    await page.goto(site(name));
    await firefox.openPopup();
    await expect.poll(() => firefox.popupText()).toContain(texts.text('evidence_save'));
    await expect
      .poll(async () => {
        const { panel, lastControl } = await firefox.popupReach();
        return lastControl <= panel;
      })
      .toBe(true);
    if (name !== 'overseas') expect((await firefox.popupReach()).document).toBeGreaterThan(600);
    await page.close();
  });
}
