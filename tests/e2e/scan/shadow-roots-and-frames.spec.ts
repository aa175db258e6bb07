import {
  expect,
  expectNumbers,
  filing,
  firstReportedNumbers,
  licence,
  otherFiling,
  pageOf,
  police,
  tallText,
  test,
} from '../../support/scan-fixtures.ts';

/** A script that gives an element a shadow root and fills it. */
const shadow = (selector: string, mode: 'open' | 'closed', html: string): string =>
  `<script>document.querySelector('${selector}').attachShadow({ mode: '${mode}' }).innerHTML = \`${html}\`;</script>`;

const pages: Record<string, { body: string; shown: string[]; hidden?: string[] }> = {
  'an open shadow root': { body: `<x-foot></x-foot>${shadow('x-foot', 'open', `<p>${filing}</p>`)}`, shown: [filing] },
  'a closed shadow root': {
    body: `<x-foot></x-foot>${shadow('x-foot', 'closed', `<p>${filing}</p>`)}`,
    shown: [filing],
  },
  'a shadow root without an element in it': {
    body: `<x-foot></x-foot>${shadow('x-foot', 'closed', filing)}`,
    shown: [filing],
  },
  'a shadow root of plain elements': {
    body: `<div id="a"></div><section id="b"></section>${shadow('#a', 'open', filing)}${shadow('#b', 'closed', police)}`,
    shown: [filing, police],
  },
  'a shadow root in the markup': {
    body: `<x-foot><template shadowrootmode="closed"><p>${filing}</p></template></x-foot>`,
    shown: [filing],
  },
  'a shadow root of an element with content of its own': {
    body: `<div><x-foot><b>页脚</b></x-foot></div>${shadow('x-foot', 'closed', `<slot></slot><p>${filing}</p>`)}`,
    shown: [filing],
  },
  'a shadow root of the body': { body: shadow('body', 'open', `<p>${filing}</p>`), shown: [filing] },
  'nested shadow roots, the last closed': {
    body: `<x-a></x-a><script>
      let at = document.querySelector('x-a');
      for (const mode of ['closed', 'open', 'closed', 'open', 'closed']) {
        const root = at.attachShadow({ mode });
        root.innerHTML = '<div><x-b></x-b></div>';
        at = root.querySelector('x-b');
      }
      at.attachShadow({ mode: 'closed' }).innerHTML = '<footer>${filing}</footer>';
    </script>`,
    shown: [filing],
  },
  'content that is laid into a slot': {
    body: `<x-foot><span>${filing}</span></x-foot>${shadow('x-foot', 'closed', '<div><slot></slot></div>')}`,
    shown: [filing],
  },
  'content that finds no slot': {
    body: `<p>${police}</p><x-foot><span>${filing}</span></x-foot>${shadow('x-foot', 'closed', '<div></div>')}`,
    shown: [police],
    hidden: [filing],
  },
  'a shadow root whose host is not shown': {
    body: `<p>${police}</p><x-foot style="display:none"></x-foot>${shadow('x-foot', 'closed', `<p>${filing}</p>`)}`,
    shown: [police],
    hidden: [filing],
  },
  'a shadow root far down a long page': {
    body: `${'<div><p>文</p></div>'.repeat(3000)}<x-foot></x-foot>${shadow('x-foot', 'closed', `<p>${filing}</p>`)}`,
    shown: [filing],
  },
  'a shadow root of an element with content of its own, at the end of a long page': {
    body: `${'<div><p>文</p></div>'.repeat(3000)}<div><x-foot><b>页脚</b></x-foot></div>${shadow('x-foot', 'closed', `<slot></slot><p>${filing}</p>`)}`,
    shown: [filing],
  },
  'a frame': { body: '<iframe src="/number"></iframe>', shown: [filing] },
  'a frame within a frame': { body: '<iframe src="/outer"></iframe>', shown: [filing, licence] },
  'a frame whose text is in its element': { body: `<iframe srcdoc="<p>${filing}</p>"></iframe>`, shown: [filing] },
  'a frame that a script wrote': {
    body: `<iframe></iframe><script>
      const { contentDocument } = document.querySelector('iframe');
      contentDocument.open();
      contentDocument.write('<p>${filing}</p>');
      contentDocument.close();
    </script>`,
    shown: [filing],
  },
  'an empty frame that a script filled': {
    body: `<iframe src="about:blank"></iframe><script>
      document.querySelector('iframe').contentDocument.body.textContent = '${filing}';
    </script>`,
    shown: [filing],
  },
  'a shadow root in a frame': { body: '<iframe src="/shadow"></iframe>', shown: [police] },
  'a frame in a shadow root': {
    body: `<x-foot></x-foot>${shadow('x-foot', 'closed', '<iframe src="/number"></iframe>')}`,
    shown: [filing],
  },
  'a frame that is not shown': {
    body: `<p>${police}</p><iframe src="/number" hidden></iframe>`,
    shown: [police],
    hidden: [filing],
  },
  'a frame without size': {
    body: `<p>${police}</p><iframe src="/number" width="0" height="0" style="border:0"></iframe>`,
    shown: [police],
    hidden: [filing],
  },
};

const frames = {
  '/number': pageOf(`<p>${filing}</p>`),
  '/outer': pageOf(`<p>${licence}</p><iframe src="/number"></iframe>`),
  '/shadow': pageOf(`<x-foot></x-foot>${shadow('x-foot', 'closed', `<p>${police}</p>`)}`),
};

for (const [name, { body, shown, hidden }] of Object.entries(pages)) {
  test(`a number is read from ${name}`, async ({ page, extensionBrowser, serve }) => {
    const server = await serve({ ...frames, '/': pageOf(body) });
    await page.goto(server.url);
    await expectNumbers(extensionBrowser, page, shown, hidden);
  });
}

test('a number is read from the last frame of a set of frames', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({
    '/': `<!doctype html><meta charset="gbk"><title>框架</title><frameset rows="80,*,60"><frame src="/top"><frameset cols="20%,80%"><frame src="/menu"><frame src="/main"></frameset><frame src="/foot"></frameset>`,
    '/top': pageOf('<h1>公司</h1>'),
    '/menu': pageOf('<p>关于</p>'),
    '/main': pageOf(tallText),
    '/foot': pageOf(`<p align="center">${filing}</p>`),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
});

test('a number is read from a shadow root attached after the page was read', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const server = await serve({ '/': pageOf('<main>文</main><x-foot></x-foot>') });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  await page.evaluate((html) => {
    const host = document.createElement('x-late');
    document.body.append(host);
    host.attachShadow({ mode: 'closed' }).innerHTML = html;
  }, filing);
  await expectNumbers(extensionBrowser, page, [filing]);
});

test('a number is read from a component that a late script defines', async ({ page, extensionBrowser, serve }) => {
  const files = { '/': pageOf('<main>文</main><x-foot></x-foot>'), '/late.html': '' };
  const server = await serve(files);
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  await page.route('**/late.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `customElements.define('x-foot', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '<p>${filing}</p>'; }
      });`,
    }),
  );
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.src = '/late.js';
    document.head.append(script);
  });
  await expectNumbers(extensionBrowser, page, [filing]);
});

test('a number is read again from a shadow root and a frame whose text changes', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const server = await serve({
    '/': pageOf(`<x-foot></x-foot><iframe src="/inner"></iframe><script>
      const root = document.querySelector('x-foot').attachShadow({ mode: 'closed' });
      root.innerHTML = '<p>文</p>';
      window.fill = (text) => root.querySelector('p').firstChild.data = text;
    </script>`),
    '/inner': pageOf('<p>文</p>'),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  await page.evaluate((text) => (window as unknown as { fill: (text: string) => void }).fill(text), filing);
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.frames()[1]?.evaluate((text) => document.body.replaceChildren(text), police);
  await expectNumbers(extensionBrowser, page, [filing, police]);
});

test('a number is read again from a frame that goes to another page', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({ ...frames, '/': pageOf('<iframe src="/number"></iframe>') });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.frames()[1]?.goto(`${server.url}outer`);
  await expectNumbers(extensionBrowser, page, [filing, licence]);
  await page.frames()[1]?.goto(`${server.url}shadow`);
  await expectNumbers(extensionBrowser, page, [police]);
});

test('a number is read from a frame that comes after the page was read, and its changes', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const server = await serve({ ...frames, '/': pageOf('<main>文</main>') });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/number';
    document.body.append(frame);
  });
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expectNumbers(extensionBrowser, page, []);
});

test('frames of other origins are left out, and the popup says how many', async ({
  page,
  extensionBrowser,
  serve,
  texts,
}) => {
  const advertiser = await serve({ '/': pageOf(`<p>${otherFiling}</p>`) });
  const server = await serve({
    '/': pageOf(`<p>${filing}</p>
      <iframe src="${advertiser.url}"></iframe><iframe src="${advertiser.url}"></iframe>
      <iframe src="${advertiser.url}" hidden></iframe><iframe sandbox src="/own"></iframe>`),
    '/own': pageOf(`<p>${otherFiling}</p>`),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  await expect
    .poll(async () => {
      const report = await extensionBrowser.report(page);
      return report?.state === 'done' ? report.otherFrames : null;
    })
    .toBe(3);
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByText(texts.text('other_frames', 3))).toBeVisible();
});

test('the popup of a page without frames of other origins does not mention frames', async ({
  page,
  extensionBrowser,
  serve,
  texts,
}) => {
  const server = await serve({ ...frames, '/': pageOf('<iframe src="/number"></iframe>') });
  await page.goto(server.url);
  expect(await firstReportedNumbers(extensionBrowser, page)).toEqual({ shown: [filing], hidden: [] });
  const popup = await extensionBrowser.openPopup(page);
  await expect(popup.getByRole('article')).toHaveCount(1);
  await expect(popup.getByText(texts.pattern('other_frames'))).toHaveCount(0);
});
