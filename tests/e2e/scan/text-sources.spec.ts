import {
  expect,
  expectNumbers,
  filing,
  firstReportedNumbers,
  licence,
  otherFiling,
  pageOf,
  police,
  policePortal,
  test,
} from '../../support/scan-fixtures.ts';

const badge =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="20" height="20"%3E%3Crect width="20" height="20"/%3E%3C/svg%3E';
const address = encodeURIComponent(filing);

type Source = { head?: string; body: string; shown: string[]; hidden?: string[] };

const sources: Record<string, Source> = {
  'text over inline elements, entities and comments': {
    body: '<p><b>京</b>ICP&#22791;<i>2021<!-- 7 -->018</i>374&#x53f7;<span>-1</span></p>',
    shown: [filing],
  },
  'content before an element': {
    head: `<style>#n::before { content: '京ICP备2021018374号'; }</style>`,
    body: '<p id="n">-1</p>',
    shown: [filing],
  },
  'content after an element, without text of its own': {
    head: `<style>footer p::after { content: '${filing}'; }</style>`,
    body: '<footer><p></p></footer>',
    shown: [filing],
  },
  'content in the older way of writing it': {
    head: `<style>.n:after { content: '${filing}'; }</style>`,
    body: '<p class="n"></p>',
    shown: [filing],
  },
  'content taken from an attribute': {
    head: '<style>[data-n]::after { content: attr(data-n); }</style>',
    body: `<p data-n="${filing}">备案号：</p>`,
    shown: [filing],
  },
  'content in a rule within a media query': {
    head: `<style>@media screen { .n::after { content: '${filing}'; } }</style>`,
    body: '<p class="n"></p>',
    shown: [filing],
  },
  'content in an adopted style sheet': {
    body: `<p class="n"></p><script>
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.n::before { content: "${filing}"; }');
      document.adoptedStyleSheets = [sheet];
    </script>`,
    shown: [filing],
  },
  'content in a style sheet of a shadow root': {
    body: `<x-foot></x-foot><script>
      document.querySelector('x-foot').attachShadow({ mode: 'closed' }).innerHTML =
        '<style>.n::after { content: "${filing}"; }</style><p class="n"></p>';
    </script>`,
    shown: [filing],
  },
  'content that is in no page': {
    head: `<style>.absent::after { content: '${otherFiling}'; }</style>`,
    body: `<p>${filing}</p>`,
    shown: [filing],
  },
  'the text of an image': { body: `<img src='${badge}' alt="${filing}">`, shown: [filing] },
  'the title of an image': { body: `<img src='${badge}' alt="" title="${filing}">`, shown: [filing] },
  'the title of a link around an icon': {
    body: `<a href="https://beian.miit.gov.cn/" title="${filing}"><i style="display:inline-block;width:9px;height:9px"></i></a>`,
    shown: [filing],
  },
  'the value of a button': { body: `<input type="button" value="${filing}">`, shown: [filing] },
  'the value of a button that submits': {
    body: `<form><input type="submit" value="${filing}"></form>`,
    shown: [filing],
  },
  'the text of a button': { body: `<button>${filing}</button>`, shown: [filing] },
  'the value of a field that can only be read': { body: `<input readonly value="${filing}">`, shown: [filing] },
  'the value of a field that is switched off': { body: `<input disabled value="${filing}">`, shown: [filing] },
  'SVG text': {
    body: `<svg width="400" height="40"><text x="5" y="20">京ICP备<tspan font-weight="bold">2021018374</tspan>号-1</text></svg>`,
    shown: [filing],
  },
  'an address of a police badge': {
    body: `<p>${filing}</p><a href="${policePortal}"><img src='${badge}'></a>`,
    shown: [filing, police],
  },
  'an address of an SVG icon': {
    body: `<a href="https://beian.mps.gov.cn/#/query/webSearch?code=11010802046193"><svg width="20" height="20"><path d="M0 0h20v20z"/></svg></a>`,
    shown: [police],
  },
  'an address of a font icon': {
    head: `<style>.icon::before { content: '◉'; }</style>`,
    body: `<a href="${policePortal}"><i class="icon"></i></a>`,
    shown: [police],
  },
  'an address of a link with a picture for its ground': {
    body: `<a href="${policePortal}" style="display:inline-block;width:20px;height:20px;background:url('${badge.replaceAll('"', '%22')}')"></a>`,
    shown: [police],
  },
  'an address of a link whose text names no number': {
    body: `<p><a href="${policePortal}">公安备案</a></p>`,
    shown: [police],
  },
  'an address of a link that shows its number': {
    body: `<p><a href="${policePortal}">${police}</a></p>`,
    shown: [police],
  },
  'the address of a badge image': {
    body: `<img src="/badge/${address}.svg" alt="">`,
    shown: [filing],
  },
};

for (const [name, { head, body, shown, hidden }] of Object.entries(sources)) {
  test(`a number is read from ${name}`, async ({ page, extensionBrowser, serve }) => {
    const image = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>';
    const server = await serve({ '/': pageOf(body, head), [`/badge/${address}.svg`]: image });
    await page.goto(server.url);
    await expectNumbers(extensionBrowser, page, shown, hidden);
  });
}

test('a number is read from content in a style sheet of its own file', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({
    '/': pageOf('<p class="n"></p>', '<link rel="stylesheet" href="/own.css">'),
    '/own.css': `.n::after { content: '${filing}'; }`,
  });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
});

const silent: Record<string, string> = {
  'a field that people type into': `<input value="${otherFiling}">`,
  'a search field': `<input type="search" value="${otherFiling}">`,
  'a text area': `<textarea>${otherFiling}</textarea>`,
  'a hint in a field': `<input placeholder="${otherFiling}">`,
  'a hidden field': `<input type="hidden" value="${otherFiling}">`,
  'a password': `<input type="password" value="${otherFiling}">`,
  'a comment': `<!-- ${otherFiling} -->`,
  'a script': `<script>var n = '${otherFiling}';</script>`,
  'a script of data': `<script type="application/ld+json">{"n":"${otherFiling}"}</script>`,
  'a style sheet': `<style>/* ${otherFiling} */</style>`,
  'a template': `<template><p>${otherFiling}</p></template>`,
  'an attribute of data': `<p data-n="${otherFiling}">文</p>`,
  'a link to elsewhere with a long number': '<a href="https://shop.example/?code=11010802046193">备案</a>',
};

for (const [name, body] of Object.entries(silent)) {
  test(`no number is read from ${name}`, async ({ page, extensionBrowser, serve }) => {
    // The other number shows that the page was read to its end.
    const server = await serve({ '/': pageOf(`${body}<footer>${filing}</footer>`) });
    await page.goto(server.url);
    expect(await firstReportedNumbers(extensionBrowser, page)).toEqual({ shown: [filing], hidden: [] });
  });
}

test('no number is read from what somebody types', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({ '/': pageOf('<input id="q"><p id="p">备案</p>') });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, []);
  await page.locator('#q').fill(otherFiling);
  await page.evaluate((text) => document.getElementById('p')?.replaceChildren(text), filing);
  await expectNumbers(extensionBrowser, page, [filing]);
});

for (const [name, head] of [
  ['a meta element', `<meta name="description" content="${otherFiling}">`],
  ['the title', `<title>${otherFiling}</title>`],
] as const) {
  test(`a number is not reported as shown in ${name}`, async ({ page, extensionBrowser, serve }) => {
    const server = await serve({ '/': pageOf(`<footer>${filing}</footer>`, head) });
    await page.goto(server.url);
    expect((await firstReportedNumbers(extensionBrowser, page)).shown).toEqual([filing]);
  });
}

test('noscript is read as shown only where scripts do not run', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({
    '/': pageOf(`<noscript><p>${otherFiling}</p></noscript><iframe sandbox="allow-same-origin" src="/still"></iframe>`),
    '/still': pageOf(`<noscript><p>${filing}</p></noscript>`),
  });
  await page.goto(server.url);
  await expect.poll(async () => (await firstReportedNumbers(extensionBrowser, page)).shown).toEqual([filing]);
});

test('a number is read from numbers all over a page of twenty thousand elements', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const lines = Array.from({ length: 20_000 }, () => '<p>文</p>');
  // Positions near the boundaries of the scan's slices and their halves.
  const places = [
    0, 1, 149, 150, 151, 3_999, 4_000, 7_998, 7_999, 8_000, 8_001, 12_000, 15_999, 16_000, 19_998, 19_999,
  ];
  const numbers = places.map((place) => `京ICP备2021${318_374 + place}号`);
  for (const [index, place] of places.entries()) lines[place] = `<p>${numbers[index]}</p>`;
  const server = await serve({ '/': pageOf(lines.join('')) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, numbers);
});

test('a number is read from a footer behind hundreds of blocks that hold words of numbers and no number', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const words = '<p>设备证（样品）001</p>'.repeat(700);
  const server = await serve({ '/': pageOf(`<header>${police}</header>${words}<footer>${filing}</footer>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing, police]);
});

const filler = '<div><p>文</p></div>';

test('a number is read from an image in the middle of a page of nineteen thousand elements', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const half = filler.repeat(4_750);
  const server = await serve({ '/': pageOf(`${half}<p><img src='${badge}' alt="${filing}"></p>${half}`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing]);
});

test('a number is read from all that is not text at the edges of a page of forty thousand elements', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const body = `<header><img src='${badge}' alt="${otherFiling}"></header><main>${filler.repeat(20_000)}</main>
    <footer><a href="${policePortal}"><img src='${badge}'></a><p class="n"></p><x-foot></x-foot></footer>
    <script>document.querySelector('x-foot').attachShadow({ mode: 'closed' }).innerHTML = '${licence}';</script>`;
  const server = await serve({ '/': pageOf(body, `<style>.n::after { content: '${filing}'; }</style>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [filing, licence, otherFiling, police]);
});
