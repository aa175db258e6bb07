import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import {
  expect,
  expectNumbers,
  filing,
  findingsOf,
  otherFiling,
  pageOf,
  tallText,
  test,
} from '../../support/scan-fixtures.ts';

/** Ways to write a given number on a page, by name. */
type Ways = Record<string, (number: string) => string>;

const box = (style: string) => (number: string) => `<div style="${style}">${number}</div>`;

const hiddenWays: Ways = {
  'display: none': box('display: none'),
  'display: none further up': (n) => `<div style="display: none"><p><b>${n}</b></p></div>`,
  'the attribute hidden': (n) => `<p hidden>${n}</p>`,
  'the attribute hidden, until found': (n) => `<p hidden="until-found">${n}</p>`,
  'visibility: hidden': box('visibility: hidden'),
  'visibility: collapse': box('visibility: collapse'),
  'opacity: 0': box('opacity: 0'),
  'opacity: 0 further up': (n) => `<div style="opacity: 0"><p>${n}</p></div>`,
  'content-visibility: hidden': (n) => `<div style="content-visibility: hidden"><p>${n}</p></div>`,
  'no size': box('width: 0; height: 0; overflow: hidden'),
  'no height': box('height: 0; overflow: hidden'),
  'no height further up': (n) => `<div style="height: 0; overflow: hidden"><p>${n}</p></div>`,
  'no greatest height': (n) => `<div style="max-height: 0; overflow: hidden"><p>${n}</p></div>`,
  'no width': (n) => `<div style="width: 0; overflow: hidden; white-space: nowrap"><p>${n}</p></div>`,
  'no font size': box('font-size: 0'),
  'scaled to nothing': box('transform: scale(0)'),
  'left of the page': box('position: absolute; left: -9999px'),
  'above the page': box('position: absolute; top: -9999px'),
  'moved out of the page': box('transform: translateX(-9999px)'),
  'a pixel for screen readers': box(
    'position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; white-space: nowrap',
  ),
  'a pixel for screen readers, clipped': box(
    'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0); clip-path: inset(50%)',
  ),
  'the colour of the ground': box('color: #fff; background: #fff'),
  'nearly the colour of the ground': box('color: #fdfdfd; background: #fff'),
  'the colour of the ground further up': (n) => `<div style="background: #222"><p style="color: #222">${n}</p></div>`,
  'the colour of the ground in another colour space': box('color: oklch(0.5 0.1 20); background: oklch(0.5 0.1 20)'),
  'transparent ink': box('color: transparent'),
  'ink of hardly any colour': box('color: rgb(0 0 0 / 2%)'),
  'letters filled with nothing': box('-webkit-text-fill-color: transparent'),
  'hardly any opacity': box('opacity: 0.01'),
  'letters of a pixel': box('font-size: 1px'),
  'pushed off the page by its indent': box('text-indent: -9999px'),
  'pushed off the page by its indent, in a large box': box('text-indent: -9999px; height: 300px; overflow: hidden'),
  'pushed out of its box by its indent': box(
    'width: 200px; height: 20px; text-indent: 100%; white-space: nowrap; overflow: hidden',
  ),
  'pushed out of its box by a margin': (n) =>
    `<div style="height: 20px; overflow: hidden"><p style="margin-top: 60px">${n}</p></div>`,
  'under the padding of a box of no height': box('height: 0; padding-top: 40px; overflow: hidden; line-height: 3'),
  'clipped away': box('clip-path: inset(100%)'),
  'clipped away from all sides, further up': (n) => `<div style="clip-path: inset(50%)"><p>${n}</p></div>`,
  'clipped away in the older way': box('position: absolute; clip: rect(0, 0, 0, 0)'),
  'fixed to the right of the window': box('position: fixed; top: 0; left: 100%'),
  'closed details': (n) => `<details><summary>备案</summary><p>${n}</p></details>`,
  'a closed dialog': (n) => `<dialog>${n}</dialog>`,
  'a list of choices that is never shown': (n) => `<datalist><option>${n}</option></datalist>`,
  'the text of an image that is not shown': (n) => `<img alt="${n}" style="display: none">`,
};

const shownWays: Ways = {
  'below the fold': (n) => `${tallText}<p>${n}</p>`,
  'in a box that scrolls': (n) => `<div style="height: 80px; overflow: auto">${tallText}<p>${n}</p></div>`,
  'white on a picture': box('color: #fff; background: linear-gradient(#003, #005)'),
  'white on what is laid behind it': (n) =>
    `<div style="position: relative"><div style="position: absolute; inset: 0; background: #003"></div><p style="position: relative; color: #fff">${n}</p></div>`,
  'white on a dark ground': box('color: #fff; background: #000'),
  'pale grey on white': box('color: #ccc; background: #fff'),
  'an element without a box of its own': box('display: contents'),
  'an element without a box further up': (n) => `<div style="display: contents"><span>${n}</span></div>`,
  'fixed to the window': box('position: fixed; bottom: 0'),
  'fixed within a box of no size': (n) =>
    `<div style="height: 0"><p style="position: fixed; bottom: 40px">${n}</p></div>`,
  floated: (n) => `<div style="height: 0"><div style="float: left">${n}</div></div><div style="clear: both"></div>`,
  'over the edge of a box of no height': (n) => `<div style="height: 0">${n}</div><p>　</p>`,
  'open details': (n) => `<details open><summary>备案</summary><p>${n}</p></details>`,
  'the summary of closed details': (n) => `<details><summary>${n}</summary></details>`,
  'an open dialog': (n) => `<dialog open style="position: static">${n}</dialog>`,
  'letters cut out of a gradient': box(
    'color: transparent; background: linear-gradient(#900, #009); -webkit-background-clip: text; background-clip: text',
  ),
  'letters of shadow': box('color: transparent; text-shadow: 0 0 0 #333'),
  'white on what a pseudo-element lays behind it': (n) =>
    `<style>.laid::before { content: ''; position: absolute; inset: 0; z-index: -1; background: #003 }</style><div style="background: #fff"><div class="laid" style="position: relative; z-index: 0; color: #fff"><p>${n}</p></div></div>`,
  'dark in another colour space': box('color: oklch(0.3 0.1 20); background: oklch(0.9 0.1 20)'),
  'clipped in part': box('clip-path: inset(50% 0 0 0)'),
  'cut off at the end of its line': box('width: 300px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap'),
  'indented by two letters': box('text-indent: 2em; overflow: hidden'),
  'on a screen of a stage that is yet to come': (n) =>
    `<div style="height: 300px; overflow: hidden"><div style="height: 300px"></div><div style="height: 300px">${n}</div></div>`,
  'placed out of a box that clips no such thing': (n) =>
    `<div style="height: 20px; overflow: hidden"><p style="position: absolute; margin-top: 60px">${n}</p></div>`,
  'at the right of a box that scrolls': (n) =>
    `<div style="width: 200px; overflow: auto"><p style="width: 900px; text-align: right">${n}</p></div>`,
  'a letter of a unit in a picture of its own scale': (n) =>
    `<svg viewBox="0 0 40 2" width="800" height="40"><text y="1.5" font-size="1">${n}</text></svg>`,
  'down the page': box('writing-mode: vertical-rl'),
  'fixed within a box that moves': (n) =>
    `<div style="transform: translateX(0)"><p style="position: fixed; left: 20px">${n}</p></div>`,
  'half transparent': box('opacity: 0.5'),
  'small print': box('font-size: 9px'),
  'in a table': (n) => `<table><tr><td>备案</td><td>${n}</td></tr></table>`,
  'in a line of flex boxes': (n) => `<div style="display: flex"><span>备案</span><span>${n}</span></div>`,
  'visible in what is hidden': (n) => `<div style="visibility: hidden"><p style="visibility: visible">${n}</p></div>`,
  'on a turned box': box('transform: rotate(3deg)'),
  'the text of a picture that failed': (n) => `<img src="/none.png" alt="${n}">`,
};

const numberOf = (index: number): string => `京ICP备2021${String(318_374 + index * 7)}号`;

/** Writes a number in every way on one page, and returns whether it is `shown`, `hidden` or `absent`, by the name of the way. */
async function verdicts(
  extensionBrowser: ExtensionBrowser,
  page: Page,
  url: string,
  ways: Ways,
): Promise<Record<string, string>> {
  await page.goto(url);
  await expect.poll(() => findingsOf(extensionBrowser, page)).not.toBeNull();
  const findings = (await findingsOf(extensionBrowser, page)) ?? [];
  return Object.fromEntries(
    Object.keys(ways).map((name, index) => {
      const finding = findings.find(({ number }) => number.canonical === numberOf(index));
      return [name, finding === undefined ? 'absent' : finding.hidden ? 'hidden' : 'shown'];
    }),
  );
}

const written = (ways: Ways): string =>
  pageOf(
    Object.values(ways)
      .map((write, index) => `<section>${write(numberOf(index))}</section>`)
      .join('\n'),
  );

for (const [verdict, ways] of [
  ['hidden', hiddenWays],
  ['shown', shownWays],
] as const) {
  test(`numbers in every ${verdict} style are reported as ${verdict}`, async ({ page, extensionBrowser, serve }) => {
    const server = await serve({ '/': written(ways) });
    expect(await verdicts(extensionBrowser, page, server.url, ways)).toEqual(
      Object.fromEntries(Object.keys(ways).map((name) => [name, verdict])),
    );
  });
}

const under = (cover: string, text = filing): string =>
  `<div style="position: relative"><p>${text}</p><div style="position: absolute; inset: 0; ${cover}"></div></div>`;

const covers: Record<string, [body: string, verdict: 'shown' | 'hidden']> = {
  'an opaque box': [under('background: #eee'), 'hidden'],
  'an opaque box around another': [
    `<div style="position: relative"><p>${filing}</p><div style="position: absolute; inset: 0; background: #eee"><div style="height: 100%"></div></div></div>`,
    'hidden',
  ],
  'a box that shines through': [under('background: rgb(0 0 0 / 30%)'), 'shown'],
  'a half transparent box': [under('background: #eee; opacity: 0.5'), 'shown'],
  'a box without a ground': [under(''), 'shown'],
  'a box that scrolls': [under('background: #eee; overflow: auto'), 'shown'],
  'a banner fixed to the window': [
    `<p>${filing}</p><div style="position: fixed; inset: 0; background: #eee"></div>`,
    'shown',
  ],
  'a bar that sticks': [
    `<p style="margin: 0; height: 20px">${filing}</p><div style="position: sticky; top: 0; margin-top: -20px; height: 20px; background: #eee"></div>`,
    'shown',
  ],
  'an opaque box below the fold, where browsers tell nothing': [`${tallText}${under('background: #eee')}`, 'shown'],
  'a box that another number stands on': [
    `<div style="position: relative"><p>${otherFiling}</p><p style="position: absolute; inset: 0; background: #eee">${filing}</p></div>`,
    'shown',
  ],
};

for (const [name, [body, verdict]] of Object.entries(covers)) {
  test(`a number under ${name} is ${verdict}`, async ({ page, extensionBrowser, serve }) => {
    const server = await serve({ '/': pageOf(body) });
    await page.goto(server.url);
    await expect.poll(() => findingsOf(extensionBrowser, page)).not.toBeNull();
    const found = (await findingsOf(extensionBrowser, page))?.find(({ number }) => number.canonical === filing);
    expect(found?.hidden).toBe(verdict === 'hidden');
  });
}

const decoys: Record<string, string> = {
  'display: none': '<span style="display: none">99</span>',
  'visibility: hidden': '<span style="visibility: hidden">99</span>',
  'opacity: 0': '<span style="opacity: 0">99</span>',
  'no font size': '<span style="font-size: 0">99</span>',
  'out of the page': '<span style="position: absolute; left: -9999px">99</span>',
  'a pixel for screen readers': '<span style="position: absolute; width: 1px; height: 1px; overflow: hidden">99</span>',
  'the colour of the ground': '<span style="color: #fff; background: #fff">99</span>',
  'a script': '<script>99</script>',
  'a style sheet': '<style>i{}</style>',
  'a template': '<template>99</template>',
};

for (const [name, decoy] of Object.entries(decoys)) {
  test(`digits that nobody sees stay out of the number around them: ${name}`, async ({
    page,
    extensionBrowser,
    serve,
  }) => {
    const server = await serve({ '/': pageOf(`<p>京ICP备2021${decoy}018374号-1</p>`) });
    await page.goto(server.url);
    await expectNumbers(extensionBrowser, page, [filing]);
  });
}

test('a number that a script shows and hides again is reported as shown, then hidden', async ({
  page,
  extensionBrowser,
  serve,
}) => {
  const server = await serve({ '/': pageOf(`<p id="n" style="display: none">${filing}</p>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [], [filing]);
  await page.evaluate(() => document.getElementById('n')?.style.setProperty('display', 'block'));
  await expectNumbers(extensionBrowser, page, [filing]);
  await page.evaluate(() => document.getElementById('n')?.setAttribute('hidden', ''));
  await page.evaluate(() => document.getElementById('n')?.removeAttribute('style'));
  await expectNumbers(extensionBrowser, page, [], [filing]);
});

test('a number in details is reported as shown once they are opened', async ({ page, extensionBrowser, serve }) => {
  const server = await serve({ '/': pageOf(`<details><summary>资质</summary><p>${filing}</p></details>`) });
  await page.goto(server.url);
  await expectNumbers(extensionBrowser, page, [], [filing]);
  await page.locator('summary').click();
  await expectNumbers(extensionBrowser, page, [filing]);
});
