import { openExtensionBrowser } from '../../support/extension-browser.ts';
import {
  expect,
  expectNumbers,
  filing,
  licence,
  otherFiling,
  pageOf,
  police,
  reportedNumbersOf,
  tallText,
  test,
} from '../../support/scan-fixtures.ts';

test('a number that is taken away is withdrawn from report and badge', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({ '/': pageOf(`<footer><p id="a">${filing}</p><p id="b">${police}</p></footer>`) });
  await page.goto(server.url);
  await expect.poll(() => extensionBrowser.badge(page)).toBe('2!!');
  await page.evaluate(() => document.getElementById('a')?.remove());
  await expectNumbers(extensionBrowser, page, [police]);
  await expect.poll(() => extensionBrowser.badge(page)).toBe('1!');
  await page.evaluate(() => document.getElementById('b')?.remove());
  await expectNumbers(extensionBrowser, page, []);
  await expect.poll(() => extensionBrowser.badge(page)).toBe('');
});

test('a number whose digits change in place is reported as the new number', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const server = await serve({ '/': pageOf(`<footer id="n">${filing}</footer>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.evaluate((text) => {
    const line = document.getElementById('n')?.firstChild as Text;
    line.data = text;
  }, otherFiling);
  await expectNumbers(extensionBrowser, page, [otherFiling]);
});

test('an image, a link and a style that change are read again', async ({ page, extensionBrowser, serve }) => {
  const portal = 'http://www.beian.gov.cn/portal/registerSystemInfo';
  const server = await serve({
    '/': pageOf(`<img id="i" alt="徽" src="/none.png"><p><a id="a" href="${portal}">公安备案</a></p>`),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  await page.evaluate((text) => document.getElementById('i')?.setAttribute('alt', text), filing);
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.evaluate(
    (href) => document.getElementById('a')?.setAttribute('href', href),
    `${portal}?recordcode=11010802046193`,
  );
  await expectNumbers(extensionBrowser, page, [filing, police]);
});

test('a page that grows as it is scrolled is read as it grows', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({
    '/': pageOf(`<main id="list">${tallText}</main><script>
      const numbers = ${JSON.stringify([filing, otherFiling, licence])};
      new IntersectionObserver(([entry], observer) => {
        if (!entry.isIntersecting) return;
        document.getElementById('list').insertAdjacentHTML('beforeend', ${JSON.stringify(tallText)} + '<p>' + numbers.shift() + '</p>');
        observer.unobserve(end);
        if (numbers.length > 0) observer.observe(end);
      }, {}).observe(document.body.appendChild(Object.assign(document.createElement('hr'), { id: 'end' })));
      const end = document.getElementById('end');
    </script>`),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  const seen: string[] = [];
  for (const number of [filing, otherFiling, licence]) {
    seen.push(number);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expectNumbers(extensionBrowser, page, seen);
    await page.evaluate(() => scrollTo(0, 0));
  }
});

for (const [name, go] of Object.entries({
  pushState: "history.pushState(null, '', '/about')",
  replaceState: "history.replaceState(null, '', '/about')",
  'a route in the fragment': "location.hash = '#/about'",
  'the Navigation API': "navigation.navigate('/about')",
})) {
  test(`${name}: the new route's numbers stand, and none of the old one's`, async ({
    page,
    extensionBrowser,
    serve,
  }) => {
    const server = await serve({
      '/': pageOf(`<footer id="n">${filing}</footer><script>
        navigation.addEventListener('navigate', (event) => event.canIntercept && event.intercept());
      </script>`),
    });
    await page.goto(server.url);
    await expectNumbers(extensionBrowser, page, [filing]);
    // The address changes first, and the page after it, as applications do.
    await page.evaluate(`${go}; null`);
    await page.evaluate((text) => document.getElementById('n')?.replaceChildren(text), otherFiling);
    await expectNumbers(extensionBrowser, page, [otherFiling]);
    const report = await extensionBrowser.report(page);
    expect(report?.state === 'done' && report.url).toContain('about');
    await page.evaluate(() => document.getElementById('n')?.remove());
    await expectNumbers(extensionBrowser, page, []);
    await expect.poll(() => extensionBrowser.badge(page)).toBe('');
  });
}

test('a route change without a content change updates the address of the report', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const server = await serve({ '/': pageOf(`<footer>${filing}</footer>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.evaluate(() => history.pushState(null, '', '/about'));
  await expect
    .poll(async () => {
      const report = await extensionBrowser.report(page);
      return report?.state === 'done' ? report.url : null;
    })
    .toBe(`${server.url}about`);
  expect(await reportedNumbersOf(extensionBrowser, page)).toEqual({ shown: [filing], hidden: [] });
});

test('after a storm of changes the report is right', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({ '/': pageOf(`<main id="m"></main><footer id="n">${filing}</footer>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.evaluate(
    ([during, after]) =>
      new Promise<void>((resolve) => {
        let changes = 0;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const line = document.createElement('p');
          line.textContent = `备案 ${during}`;
          document.getElementById('m')?.replaceChildren(line);
          if (++changes < 5000) return port2.postMessage(null);
          document.getElementById('m')?.replaceChildren();
          document.getElementById('n')?.replaceChildren(after ?? '');
          resolve();
        };
        port2.postMessage(null);
      }),
    [licence, otherFiling],
  );
  await expectNumbers(extensionBrowser, page, [otherFiling]);
});

test('a page that changes on every frame is still read', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({
    '/': pageOf(`<p id="clock"></p><footer id="n"></footer><script>
      const tick = () => { clock.textContent = '现在 ' + performance.now(); requestAnimationFrame(tick); };
      tick();
    </script>`),
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  await page.evaluate((text) => document.getElementById('n')?.replaceChildren(text), filing);
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.evaluate(() => document.getElementById('n')?.replaceChildren());
  await expectNumbers(extensionBrowser, page, []);
});

test('a page from the back/forward cache has its report again', async ({ language, serve }) => {
  const extensionBrowser = await openExtensionBrowser(language, [], { backForwardCache: true });
  try {
    const server = await serve({
      '/': pageOf(`<footer>${filing}</footer><script>
        addEventListener('pageshow', ({ persisted }) => document.title = persisted ? 'back' : 'new');
      </script>`),
      '/none': pageOf('<main>文</main>'),
    });
    const page = await extensionBrowser.newPage();
    await page.goto(server.url);
    await expectNumbers(extensionBrowser, page, [filing]);
    await page.goto(`${server.url}none`);
    await expectNumbers(extensionBrowser, page, []);
    await page.evaluate(() => history.back());
    await expect(page, 'the browser has kept the page').toHaveTitle('back');
    await expectNumbers(extensionBrowser, page, [filing]);
    await expect.poll(() => extensionBrowser.badge(page)).toBe('1!!');
    // It is still watched.
    await page.evaluate((text) => document.querySelector('footer')?.replaceChildren(text), police);
    await expectNumbers(extensionBrowser, page, [police]);
    await page.evaluate(() => history.forward());
    await expectNumbers(extensionBrowser, page, []);
    await expect.poll(() => extensionBrowser.badge(page)).toBe('');
  } finally {
    await extensionBrowser.close();
  }
});
