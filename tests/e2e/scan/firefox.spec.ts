import { expect, test } from '@playwright/test';
import { type Firefox, openFirefox } from '../../support/firefox-browser.ts';
import { filing, licence, otherFiling, pageOf, police, serveFiles } from '../../support/scan-fixtures.ts';

let firefox: Firefox;

test.beforeAll(async () => {
  firefox = await openFirefox();
});

test.afterAll(async () => {
  await firefox?.close();
});

const shadow = (selector: string, mode: 'open' | 'closed', html: string): string =>
  `<script>document.querySelector('${selector}').attachShadow({ mode: '${mode}' }).innerHTML = \`${html}\`;</script>`;

const inner = pageOf(`<x-in></x-in>${shadow('x-in', 'closed', `<p>${police}</p>`)}`);

const pages: Record<string, { body: string; shown: string[] }> = {
  'open and closed shadow roots': {
    body: `<x-a></x-a><x-b></x-b>${shadow('x-a', 'open', filing)}${shadow('x-b', 'closed', `<p>${police}</p>`)}`,
    shown: [filing, police],
  },
  'a closed shadow root in a closed one': {
    body: `<x-a></x-a><script>
      const outer = document.querySelector('x-a').attachShadow({ mode: 'closed' });
      outer.innerHTML = '<div><x-b></x-b></div>';
      outer.querySelector('x-b').attachShadow({ mode: 'closed' }).innerHTML = '<footer>${filing}</footer>';
    </script>`,
    shown: [filing],
  },
  'a closed shadow root of a plain element': {
    body: `<div id="a"></div>${shadow('#a', 'closed', filing)}`,
    shown: [filing],
  },
  'a closed shadow root in a frame': { body: '<iframe src="/inner"></iframe>', shown: [police] },
  'a frame in a closed shadow root': {
    body: `<x-a></x-a>${shadow('x-a', 'closed', '<iframe src="/inner"></iframe>')}`,
    shown: [police],
  },
  'content of style sheets, images and links': {
    body: `<style>.n::after { content: '${filing}'; }</style><p class="n"></p>
      <img alt="${licence}" src="/none.png"><a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010802046193"><i></i></a>`,
    shown: [filing, licence, police],
  },
  'hidden text, which does not count': {
    body: `<p>${filing}</p><p hidden>${otherFiling}</p><div style="opacity: 0">${licence}</div>`,
    shown: [filing],
  },
};

for (const [name, { body, shown }] of Object.entries(pages)) {
  test(`in Firefox a number is read from ${name}`, async () => {
    const server = await serveFiles({ '/': pageOf(body), '/inner': inner });
    const page = await firefox.newPage();
    try {
      await page.goto(server.url);
      // The marks after the count do not matter for these pages.
      await expect.poll(() => firefox.badge()).toMatch(new RegExp(`^${shown.length}!*$`));
      await firefox.openPopup();
      for (const number of shown) await expect.poll(() => firefox.popupText()).toContain(number);
    } finally {
      await firefox.closePopup();
      await page.close();
      await server.close();
    }
  });
}

test('in Firefox a number is read again from a closed shadow root that comes late, changes and goes', async () => {
  const server = await serveFiles({ '/': pageOf('<main>文</main>') });
  const page = await firefox.newPage();
  try {
    await page.goto(server.url);
    await page.evaluate((text) => {
      const host = document.body.appendChild(document.createElement('x-late'));
      const root = host.attachShadow({ mode: 'closed' });
      root.textContent = text;
      Object.assign(window, { fill: (other: string) => root.replaceChildren(other), leave: () => host.remove() });
    }, filing);
    await expect.poll(() => firefox.badge()).toBe('1!!');
    await page.evaluate(
      (text) => (window as unknown as { fill: (text: string) => void }).fill(text),
      `${filing} ${police}`,
    );
    await expect.poll(() => firefox.badge()).toBe('2!!');
    await page.evaluate(() => (window as unknown as { leave: () => void }).leave());
    await expect.poll(() => firefox.badge()).toBe('');
  } finally {
    await page.close();
    await server.close();
  }
});

test('a change of route is noticed where Firefox has no Navigation API yet', async () => {
  const older = await openFirefox({ preferences: { 'dom.navigation.webidl.enabled': false } });
  const server = await serveFiles({ '/': pageOf(`<footer>${filing}</footer>`) });
  try {
    const page = await older.newPage();
    await page.goto(server.url);
    await expect.poll(async () => (await older.report()) ?? {}).toMatchObject({ url: server.url });
    expect(await page.evaluate(() => 'navigation' in window)).toBe(false);
    await page.evaluate(() => {
      location.hash = '#/next';
    });
    await expect.poll(async () => (await older.report()) ?? {}).toMatchObject({ url: `${server.url}#/next` });
  } finally {
    await older.close();
    await server.close();
  }
});
