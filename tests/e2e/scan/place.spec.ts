import { expect, filing, findingsOf, pageOf, tallText, test } from '../../support/scan-fixtures.ts';

const shadowed = (html: string) =>
  `<x-n></x-n><script>document.currentScript.previousElementSibling.attachShadow({ mode: 'closed' }).innerHTML = '${html}';</script>`;

const places: Record<string, { body: string; place: string }> = {
  'a footer': { body: `<footer><p>${filing}</p></footer>${tallText}`, place: 'footer' },
  'a footer by its role': { body: `<div role="contentinfo">${filing}</div>${tallText}`, place: 'footer' },
  'a footer by its class': { body: `<div class="siteFooter">${filing}</div>${tallText}`, place: 'footer' },
  'a footer by its name': { body: `<div id="footer_wrap">${filing}</div>${tallText}`, place: 'footer' },
  'a line of copyright': { body: `<p class="copyright">${filing}</p>${tallText}`, place: 'footer' },
  'the last lines of a long page': { body: `${tallText}<p>${filing}</p>`, place: 'footer' },
  'the last line of a page that ends in the midst of the window': {
    body: `<h1>公司</h1>${'<p>一段很长的文字。</p>'.repeat(5)}<p>${filing}</p>`,
    place: 'footer',
  },
  'a frame in a footer': {
    body: `<footer><iframe srcdoc="<p>${filing}</p>"></iframe></footer>${tallText}`,
    place: 'footer',
  },
  'a component in a footer': {
    body: `<footer>${shadowed(`<p>${filing}</p>`)}</footer>${tallText}`,
    place: 'footer',
  },
  'the top of a long page': { body: `<p>${filing}</p>${tallText}`, place: 'main' },
  'the middle of a long page': { body: `${tallText}<p>${filing}</p>${tallText}`, place: 'main' },
  'an article': { body: `<article><p>${filing}</p></article>${tallText}`, place: 'article' },
  'the body of an article': { body: `<div itemprop="articleBody">${filing}</div>${tallText}`, place: 'article' },
  'a quotation': { body: `<blockquote>${filing}</blockquote>${tallText}`, place: 'article' },
  'the footer of an article at the end of a page': {
    body: `${tallText}<article><p>${filing}</p></article>`,
    place: 'article',
  },
  'a component in an article': {
    body: `<article>${shadowed(`<p>${filing}</p>`)}</article>${tallText}`,
    place: 'article',
  },
  'a comment': { body: `<div class="comment-list"><p>${filing}</p></div>${tallText}`, place: 'comment' },
  'code that quotes a footer': { body: `<pre>&lt;footer>${filing}&lt;/footer></pre>${tallText}`, place: 'code' },
  'code in a footer': { body: `<footer><code>${filing}</code></footer>${tallText}`, place: 'code' },
};

for (const [name, { body, place }] of Object.entries(places)) {
  test(`the place of a number in ${name} is reported as ${place}`, async ({ page, extensionBrowser, serve }) => {
    const server = await serve({ '/': pageOf(body) });
    await page.goto(server.url);
    await expect
      .poll(async () => (await findingsOf(extensionBrowser, page))?.map((finding) => finding.place))
      .toEqual([place]);
  });
}

test('the report holds font size, contrast, centring and fold of each number', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const ways = {
    京ICP备2021318374号: 'font-size: 12px; color: #999; background: #fff; text-align: center',
    京ICP备2021318375号: 'font-size: 20px; color: #000',
    京ICP备2021318376号: 'font-size: 16px; color: #fff; background: linear-gradient(#003, #005)',
    京ICP备2021318377号: 'width: 300px; margin: 0 auto; font-size: 14px; color: #777; background: #000',
  };
  const lines = Object.entries(ways).map(([number, style]) => `<p style="${style}">${number}</p>`);
  const below = '京ICP备2021318378号';
  const server = await serve({ '/': pageOf(`${lines.join('')}${tallText}<p>${below}</p>`) });
  await page.goto(server.url);
  await expect.poll(async () => (await findingsOf(extensionBrowser, page))?.length).toBe(5);
  const looks = Object.fromEntries(
    ((await findingsOf(extensionBrowser, page)) ?? []).map(({ number, look }) => [number.canonical, look]),
  );
  // The contrasts are those of WCAG's own formula.
  expect(looks).toEqual({
    京ICP备2021318374号: { fontSizePx: 12, contrast: expect.closeTo(2.85, 2), centred: true, belowFold: false },
    京ICP备2021318375号: { fontSizePx: 20, contrast: expect.closeTo(21, 2), centred: false, belowFold: false },
    京ICP备2021318376号: { fontSizePx: 16, contrast: null, centred: false, belowFold: false },
    京ICP备2021318377号: { fontSizePx: 14, contrast: expect.closeTo(4.69, 2), centred: true, belowFold: false },
    [below]: { fontSizePx: 16, contrast: expect.closeTo(21, 2), centred: false, belowFold: true },
  });
});

test('a number that nobody sees has no look', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({ '/': pageOf(`<p hidden>${filing}</p>`) });
  await page.goto(server.url);
  await expect.poll(async () => (await findingsOf(extensionBrowser, page))?.map(({ look }) => look)).toEqual([null]);
});
