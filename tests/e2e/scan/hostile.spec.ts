import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { servePages } from '../../support/serve-pages.ts';

const filing = '京ICP备2021018374号-1';
const police = '京公网安备11010802046193号';

type Hostile = {
  html: string;
  /** The numbers that the popup shows. If absent, only the popup's soundness is checked. */
  numbers?: string[];
  badge?: string;
};

const pages: Record<string, Hostile> = {
  'markup in the text around a number': {
    html: `<p>&lt;img src=x onerror="document.title='broken'"&gt;&lt;script&gt;document.title='broken'&lt;/script&gt; ${filing} &lt;style&gt;*{display:none}&lt;/style&gt;</p>`,
    numbers: [filing],
  },
  'markup in the address of a link': {
    html: `<footer><a href="javascript:document.title='broken'//&quot;&gt;&lt;img src=x onerror=document.title='broken'&gt;">${filing}</a></footer>`,
    numbers: [filing],
  },
  'placeholders of the texts in the text around a number': {
    html: `<p>$1 $2 $& $\` __MSG_extension_name__ @@extension_id ${filing} %s {0}</p>`,
    numbers: [filing],
  },
  'bidirectional controls and characters that nobody sees': {
    html: `<p>\u202e\u2067${filing.replace('2021', '2\u200b0\u202d2\u20601')}\u2066 \u202eabc</p>`,
    numbers: [filing],
  },
  'a line of 100 000 characters': {
    html: `<p>${'备案 ICP 号 - '.repeat(10_000)}${filing}</p>`,
    numbers: [filing],
  },
  'a line that a careless pattern would choke on': {
    html: `<p>${'京ICP备'.repeat(20_000)}</p><p>京ICP备${'1'.repeat(100_000)}号</p><p>京ICP备${' '.repeat(100_000)}2021018374号</p><p>${filing}</p>`,
  },
  'five thousand numbers': {
    html: Array.from({ length: 5_000 }, (_, i) => `<p>京ICP备2021${String(i + 10_000).padStart(6, '0')}号-1</p>`).join(
      '',
    ),
  },
  'code of thirty thousand words, each marked up, with what numbers are told by in every tenth line': {
    html: `<pre><code>${Array.from({ length: 6_000 }, (_, line) => `<span>const</span> <span>a${line}</span> <span>=</span> <span>${line % 10 === 0 ? '"\\u4eac" // ICP' : line * 37}</span><span>;</span>\n`).join('')}</code></pre><footer>${filing}</footer>`,
    numbers: [filing],
  },
  'inline elements nested five thousand deep by a script': {
    html: `<p>京ICP备15036536号 2021</p><script>
      let at = document.querySelector('p');
      for (let depth = 0; depth < 5000; depth++) at = at.appendChild(document.createElement('span'));
      at.append('${filing}');
    </script>`,
  },
  'a link of 150 000 characters': {
    html: `<footer><a href="https://beian.miit.gov.cn/?${'x'.repeat(150_000)}">${filing}</a></footer>`,
    numbers: [filing],
    badge: '1',
  },
  'fifteen hundred links in the line of the number': {
    html: `<footer>${'<a href="/">字</a>'.repeat(1500)} <a href="https://beian.miit.gov.cn/">${filing}</a></footer>`,
    numbers: [filing],
    badge: '1',
  },
  'links of more than a message holds, by the base that they stand on': {
    html: `<base href="https://base.example/${'x'.repeat(95_000)}/">${`<p>京ICP备 2021年 ${'<a href="a">字</a>'.repeat(40)}</p>`.repeat(20)}<footer><a href="https://beian.miit.gov.cn/">${filing}</a></footer>`,
    numbers: [filing],
  },
  'a link of a drawing': {
    html: `<footer><svg width="300" height="40"><a href="https://beian.miit.gov.cn/"><text y="20">${filing}</text></a></svg></footer>`,
    numbers: [filing],
    badge: '1',
  },
  'an address of 150 000 characters': {
    html: `<footer><a href="https://beian.miit.gov.cn/">${filing}</a></footer><script>history.replaceState(null, '', '/?${'x'.repeat(150_000)}')</script>`,
    numbers: [filing],
    badge: '1',
  },
  'elements nested ten thousand deep': {
    html: `${'<div>'.repeat(10_000)}${filing}${'</div>'.repeat(10_000)}`,
    numbers: [filing],
  },
  'a page that breaks what scripts stand on': {
    html: `<p>${filing}</p><script>
      for (const type of [Array, String, Map, Set, Promise, RegExp, Object, Function, Node, Element, Document, Range, TreeWalker])
        for (const name of Object.getOwnPropertyNames(type.prototype))
          try { Object.defineProperty(type.prototype, name, { get() { throw new Error('broken'); } }); } catch {}
      for (const name of ['JSON', 'setTimeout', 'requestIdleCallback', 'MutationObserver', 'chrome', 'browser'])
        try { Object.defineProperty(window, name, { get() { throw new Error('broken'); } }); } catch {}
    </script>`,
    numbers: [filing],
  },
  'elements that take the names of what documents can do': {
    html: `<p>${filing}</p>${[
      'body',
      'documentElement',
      'createTreeWalker',
      'createRange',
      'querySelectorAll',
      'getElementsByTagName',
      'defaultView',
      'readyState',
      'title',
      'URL',
      'location',
      'head',
      'forms',
      'links',
    ]
      .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
      .join(
        '',
      )}<form><input name="parentNode"><input name="childNodes"><input name="textContent"><p>${police}</p></form>`,
    numbers: [filing, police],
  },
};

/** Fails if the page made the popup run or contain anything that is not from the extension's files. */
async function expectSound(popup: Page): Promise<void> {
  expect(await popup.title()).toBe('ICP Lens');
  const foreign = await popup.evaluate(() => {
    const own = (address: string) => new URL(address, location.href).origin === location.origin;
    return [...document.querySelectorAll('script, img, iframe, object, embed, link, a, form, style, base')]
      .filter((element) => {
        const address = element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('action');
        return address === null ? element.tagName !== 'STYLE' || element.closest('body') !== null : !own(address);
      })
      .map((element) => element.outerHTML);
  });
  expect(foreign).toEqual([]);
}

for (const [name, { html, numbers, badge }] of Object.entries(pages)) {
  test(`the popup shows only sound content on a hostile page: ${name}`, async ({ page, extensionBrowser, texts }) => {
    const server = await servePages({
      '/': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>敌意</title><body>${html}`,
    });
    try {
      await page.goto(server.url);
      const popup = await extensionBrowser.openPopup(page);
      await expect(popup.getByRole('heading', { level: 1 })).not.toHaveText(texts.text('summary_scanning'));
      await expect.poll(async () => (await extensionBrowser.report(page))?.state).toBe('done');
      if (badge !== undefined) await expect.poll(() => extensionBrowser.badge(page)).toBe(badge);
      if (numbers !== undefined) {
        await expect(popup.getByRole('article')).toHaveCount(numbers.length);
        for (const number of numbers)
          await expect(popup.getByRole('article', { name: number, exact: true })).toBeVisible();
      }
      for (const about of (await popup.locator('summary').all()).slice(0, 3)) await about.click();
      await expectSound(popup);
    } finally {
      await server.close();
    }
  });
}

test('the popup of a page with thousands of numbers still works, and says that it shows only a part', async ({
  page,
  extensionBrowser,
  texts,
}) => {
  // On a busy machine, rendering hundreds of cards takes long. Real popups have far fewer.
  test.setTimeout(180_000);
  const server = await servePages({
    '/': `<!doctype html><meta charset="utf-8">${pages['five thousand numbers']?.html}`,
  });
  try {
    await page.goto(server.url);
    const popup = await extensionBrowser.openPopup(page);
    // No locators by role: Playwright would need longer to compute the roles of thousands of elements than the popup to render them.
    const cards = popup.locator('article');
    await expect(cards.first()).toBeVisible({ timeout: 60_000 });
    for (const more = popup.locator('.show-more'); (await more.count()) > 0; ) await more.first().click();
    // The first and the last are kept: a footer stands at the end.
    const numbers = await popup.locator('.number').allTextContents();
    expect(numbers).toEqual(expect.arrayContaining(['京ICP备2021010000号-1', '京ICP备2021014999号-1']));
    if ((await cards.count()) < 5_000) await expect(popup.getByText(texts.text('capped'))).toBeVisible();
    await cards.first().locator('button').first().click();
    await expect(popup.locator('.notice')).toHaveText(texts.pattern('notice_copied'), { timeout: 60_000 });
  } finally {
    await server.close();
  }
});

test('a page cannot stop the content script with the event of the framework', async ({ page, extensionBrowser }) => {
  const server = await servePages({ '/': `<!doctype html><meta charset="utf-8"><title>停</title><p>${filing}</p>` });
  try {
    await page.goto(server.url);
    await expect.poll(() => extensionBrowser.badge(page)).toBe('1!!');
    // The event with which a newer content script of the framework stops an older one.
    await page.evaluate((id) => {
      const detail = { contentScriptName: 'scan', messageId: 'another' };
      document.dispatchEvent(new CustomEvent(`${id}:scan:wxt:content-script-started`, { detail }));
    }, extensionBrowser.extensionId);
    await page.evaluate((text) => document.body.append(text), ` ${police}`);
    await expect.poll(() => extensionBrowser.badge(page)).toBe('2!!');
  } finally {
    await server.close();
  }
});
