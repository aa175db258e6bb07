import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { serveSites } from '../../../cli/servers/sample-sites.ts';
import type { TextKey } from '../../../lib/texts/language/translate.ts';
import { type Firefox, openFirefox } from '../../support/firefox-browser.ts';
import { textsOf } from '../../support/texts.ts';

const texts = textsOf('en');
let firefox: Firefox;
let served: Awaited<ReturnType<typeof serveSites>>;
const site = (name: string): string => served.sites.find((each) => each.name === name)?.url ?? '';

test.beforeAll(async () => {
  served = await serveSites();
  // A screen of 1366×768 at 125 %. Below the button there is less room than the 600 px that a popup may have.
  firefox = await openFirefox({ preferences: { 'layout.css.devPixelsPerPx': '1.25' } });
});

test.afterAll(async () => {
  await firefox?.close();
  await served?.close();
});

test.afterEach(() => firefox.closePopup());

test('in Firefox the button stands in the toolbar', async () => {
  expect(await firefox.buttonArea()).toBe('nav-bar');
});

for (const name of ['portal', 'faults', 'overseas']) {
  test(`${name}: in Firefox a popup higher than the screen can be scrolled to its end`, async () => {
    const page = await firefox.newPage();
    await page.goto(site(name));
    await firefox.openPopup();
    await expect.poll(() => firefox.popupText()).toContain(texts.text('evidence_save'));
    await expect
      .poll(async () => {
        const { panel, lastControl } = await firefox.popupExtent();
        return lastControl <= panel;
      })
      .toBe(true);
    if (name !== 'overseas') expect((await firefox.popupExtent()).document).toBeGreaterThan(600);
    await page.close();
  });
}

test('in Firefox the audits button opens the workspace in front and closes the popup', async () => {
  const page = await firefox.newPage();
  await page.goto(site('bakery'));
  const before = (await firefox.tabs()).length;
  await firefox.openPopup();
  await expect.poll(() => firefox.popupText()).toContain(texts.text('workspace_open'));
  await firefox.pressInPopup(texts.text('workspace_open'));
  await expect.poll(() => firefox.popupText()).toBeNull();
  // The tab exists before its page has loaded.
  await expect
    .poll(async () => (await firefox.tabs()).find(({ inFront }) => inFront)?.url)
    .toContain('/workspace.html');
  expect(await firefox.tabs()).toHaveLength(before + 1);
  await page.close();
});

test('in Firefox, when copying is refused, the query page opens behind and the popup says so', async () => {
  const page = await firefox.newPage();
  await page.goto(site('bakery'));
  const before = (await firefox.tabs()).length;
  await firefox.openPopup();
  await expect.poll(() => firefox.popupText()).toContain(texts.text('look_up'));
  // A click by a script is no user action, so Firefox does not allow copying.
  await firefox.pressInPopup(texts.text('look_up'));
  await expect.poll(() => firefox.popupText()).toContain(texts.text('notice_look_up_uncopied'));
  const tabs = await firefox.tabs();
  expect(tabs).toHaveLength(before + 1);
  expect(tabs.find(({ inFront }) => inFront)?.url).toBe(site('bakery'));
  await page.close();
});

/** Addresses that are no page of the web, and what the popup says about each in Firefox. */
const places: readonly (readonly [string, TextKey])[] = [
  ['about:config', 'blocked_internal'],
  ['about:addons', 'blocked_internal'],
  ['about:newtab', 'blocked_internal'],
  ['moz-extension://UUID/workspace.html', 'blocked_internal'],
  ['view-source:SITE', 'blocked_source'],
  ['about:reader?url=SITE', 'blocked_reader'],
  ['about:blank', 'none_siteless'],
  ['data:text/html,<p>a</p>', 'none_siteless'],
  [pathToFileURL('/').href, 'none_file'],
  // An error page, because nothing listens at this address.
  ['http://127.0.0.1:9/', 'blocked_web'],
];

for (const [address, said] of places) {
  test(`in Firefox the popup on ${address} shows ${said}`, async () => {
    const page = await firefox.newPage();
    const asked = address.replace('SITE', site('bakery')).replace('UUID', firefox.uuid);
    if (asked.startsWith('http:')) await page.goto(asked).catch(() => {});
    else await firefox.load(asked);
    await firefox.openPopup();
    await expect.poll(() => firefox.popupText()).toContain(texts.text(said));
    expect(await firefox.popupText()).not.toContain(texts.text('none_mainland'));
    expect(await firefox.popupText()).not.toContain(texts.text('servers_ask'));
    await firefox.closePopup();
    await page.close();
  });
}
