/** Evidence reports with screenshots, from the popup and from audits. The tests check the pixels of the screenshots. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { temporaryFolder } from '../../../cli/browser/temporary-folder.ts';
import type { PageScreenshot } from '../../../lib/audits/page-screenshot.ts';
import { allowHosts } from '../../support/allow-hosts.ts';
import { type Colour, type ColouredSites, serveColouredSites } from '../../support/coloured-sites.ts';
import { type ExtensionBrowser, openExtensionBrowser } from '../../support/extension-browser.ts';
import { openFirefox, withoutQuestions } from '../../support/firefox-browser.ts';
import { expect, test as shared } from '../../support/fixtures.ts';
import { pressOnPage } from '../../support/press-on-page.ts';
import { filing } from '../../support/scan-fixtures.ts';
import { type Texts, textsOf } from '../../support/texts.ts';
import { openWorkspace, type SavedFile, saveFile, startAudit, waitUntilDone } from '../../support/workspace-page.ts';

/** The extension API in the extension's worker. */
declare const chrome: typeof extensionApi;

const test = shared.extend<{ coloured: ColouredSites; capturing: ExtensionBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used, here none.
  coloured: async ({}, use) => {
    const sites = await serveColouredSites();
    await use(sites);
    await sites.close();
  },
  // A browser for one test that grants the permission to take screenshots without a prompt.
  capturing: async ({ language }, use) => {
    const extensionBrowser = await openExtensionBrowser(language);
    await allowHosts(extensionBrowser, '<all_urls>');
    await use(extensionBrowser);
    await extensionBrowser.close();
  },
});

const green: Colour = [0, 128, 0];
const colours: Colour[] = [
  [200, 30, 40],
  [20, 90, 220],
  [240, 200, 10],
];

/** A site in an evidence report: its text, its content, and its screenshot. */
type Section = {
  text: string;
  content: { screenshot: Record<string, unknown>; report: { url: string } };
  screenshot: { pixel: Colour; width: number; height: number; sha256: string } | null;
};

/** Opens a saved evidence report and returns its sections. `pixel`: a pixel near the screenshot's left edge. */
async function readEvidence(extensionBrowser: ExtensionBrowser, { content }: SavedFile): Promise<Section[]> {
  const file = join(temporaryFolder('evidence'), 'report.html');
  writeFileSync(file, content);
  const page = await extensionBrowser.context.newPage();
  await page.goto(`file://${file}`);
  const read = await page.locator('section.site').evaluateAll((sections) =>
    Promise.all(
      sections.map(async (section) => {
        const text = section.textContent ?? '';
        const content = section.querySelector('pre')?.textContent ?? '';
        const image = section.querySelector('img');
        if (image === null) return { text, content, screenshot: null };
        await image.decode();
        const { naturalWidth: width, naturalHeight: height, src } = image;
        const canvas = new OffscreenCanvas(width, height);
        const pen = canvas.getContext('2d');
        pen?.drawImage(image, 0, 0);
        const [red = -1, green = -1, blue = -1] = pen?.getImageData(20, height / 2, 1, 1).data ?? [];
        return { text, content, screenshot: { red, green, blue, width, height, src } };
      }),
    ),
  );
  await page.close();
  return read.map(({ text, content, screenshot }) => {
    expect(text, 'the digest is that of the content').toContain(createHash('sha256').update(content).digest('hex'));
    if (screenshot === null) return { text, content: JSON.parse(content), screenshot };
    const { red, green, blue, width, height, src } = screenshot;
    const bytes = Buffer.from(src.split(',')[1] ?? '', 'base64');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { text, content: JSON.parse(content), screenshot: { pixel: [red, green, blue], width, height, sha256 } };
  });
}

/** Compares colours with a tolerance, because JPEG changes them slightly. */
function expectColour(section: Section | undefined, colour: Colour): void {
  expect(section?.screenshot, section?.text).not.toBeNull();
  const far = colour.map((part, place) => Math.abs(part - (section?.screenshot?.pixel[place] ?? Number.NaN)));
  expect(Math.max(...far), `${section?.screenshot?.pixel} is ${colour}`).toBeLessThan(8);
}

test.describe('from the popup', () => {
  test('the evidence report holds what the page shows, with its screenshot', async ({
    extensionBrowser,
    page,
    coloured,
    texts: { text },
  }) => {
    await page.goto(coloured.url(green));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.locator('.summary .host')).toBeVisible();
    const saved = await saveFile(extensionBrowser, () => pressOnPage(popup, text('evidence_save')));
    expect(saved.name).toMatch(/^rgb-0-128-0\.localhost \d{4}-\d\d-\d\d evidence\.html$/);
    await expect(popup.getByText(text('notice_evidence_saved'))).toBeVisible();
    const [section, ...others] = await readEvidence(extensionBrowser, saved);
    expect(others).toEqual([]);
    expectColour(section, green);
    expect(section?.text).toContain(filing);
    const { width, height, sha256 } = section?.screenshot ?? {};
    expect(section?.content.report.url).toBe(coloured.url(green));
    expect(section?.content.screenshot).toEqual({
      sha256,
      type: 'image/jpeg',
      takenAt: expect.stringMatching(/^20\d\d-/),
      widthPx: width,
      heightPx: height,
      view: 'on-screen',
    });
    expect(section?.text).toContain(text('report_picture_on_screen'));
  });

  test('the evidence report pictures a page without numbers, and a page as scrolled', async ({
    extensionBrowser,
    page,
    coloured,
  }) => {
    await page.goto(coloured.url(green, 'none'));
    const none = await extensionBrowser.openPopup(page);
    const [empty] = await readEvidence(
      extensionBrowser,
      await saveFile(extensionBrowser, () => none.locator('footer button').first().click()),
    );
    expectColour(empty, green);
    await extensionBrowser.closePopup();
    await page.goto(coloured.url(green, 'low'));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const low = await extensionBrowser.openPopup(page);
    await expect(low.locator('.summary .host')).toBeVisible();
    const [scrolled] = await readEvidence(
      extensionBrowser,
      await saveFile(extensionBrowser, () => low.locator('footer button').first().click()),
    );
    expectColour(scrolled, green);
  });

  test('the evidence report has no screenshot when the option is off', async ({
    extensionBrowser,
    page,
    coloured,
    texts: { text },
  }) => {
    await page.goto(coloured.url(green));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.locator('.summary .host')).toBeVisible();
    const choice = popup.getByRole('checkbox', { name: text('evidence_picture') });
    await expect(choice).toBeChecked();
    await choice.evaluate((box: HTMLElement) => box.click());
    const saved = await saveFile(extensionBrowser, () => pressOnPage(popup, text('evidence_save')));
    const [section] = await readEvidence(extensionBrowser, saved);
    expect(section?.screenshot).toBeNull();
    expect(section?.content.screenshot).toEqual({ none: 'not-asked' });
    expect(section?.text).toContain(text('report_no_picture', text('report_no_picture_not_asked')));
  });

  test('the evidence report is complete when the popup closes right after the save', async ({
    extensionBrowser,
    page,
    coloured,
    texts: { text },
  }) => {
    await page.goto(coloured.url(green));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.locator('.summary .host')).toBeVisible();
    const saved = await saveFile(extensionBrowser, async () => {
      await pressOnPage(popup, text('evidence_save'));
      await popup.getByText(text('notice_evidence_saved')).waitFor();
      await extensionBrowser.closePopup();
    });
    expect(saved.content.toString('utf8').trimEnd()).toMatch(/<\/html>$/);
    const [section] = await readEvidence(extensionBrowser, saved);
    expectColour(section, green);
  });

  test('the evidence report has no picture when the page changed after it was read', async ({
    extensionBrowser,
    page,
    coloured,
    texts: { text },
  }) => {
    await page.goto(coloured.url(green));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.locator('.summary .host')).toBeVisible();
    // At the click the popup shows a report. Then the page changes its route before it is read again.
    const saved = await saveFile(extensionBrowser, async () => {
      const hold = await extensionBrowser.pauseScripts(page);
      await pressOnPage(popup, text('evidence_save'));
      await hold.runWhilePaused("history.pushState(null, '', '/other'); document.body.style.background = 'red'");
      await hold.resume();
    });
    const [section] = await readEvidence(extensionBrowser, saved);
    expect(section?.content.report.url).toBe(coloured.url(green));
    expect(section?.screenshot).toBeNull();
    expect(section?.content.screenshot).toEqual({ none: 'changed' });
    expect(section?.text).toContain(text('report_no_picture', text('report_no_picture_changed')));
  });
});

/** The browser's windows. */
async function windowsOf(extensionBrowser: ExtensionBrowser): Promise<{ id: number | undefined; focused: boolean }[]> {
  return extensionBrowser.inWorker((worker) =>
    worker.evaluate(async () => (await chrome.windows.getAll()).map(({ id, focused }) => ({ id, focused }))),
  );
}

/** All values in the store of screenshots, with the size of each image. */
async function storedScreenshots(page: Page): Promise<(Partial<PageScreenshot> & { none?: string; bytes?: number })[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('icp-lens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('pictures').objectStore('pictures').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(({ image, ...rest }) => ({ ...rest, bytes: image?.size })));
          };
        };
      }),
  );
}

/** Saves the evidence report of the sites that an audit shows. */
const saveAll = (page: Page, { text }: Texts): Promise<void> =>
  page
    .locator('.export')
    .getByRole('button', { name: text('workspace_save_evidence') })
    .click();

test.describe('from an audit', () => {
  test('each site of an audit has its own screenshot, and the window of the user keeps the focus', async ({
    capturing,
    coloured,
    texts,
  }) => {
    const { text } = texts;
    const page = await openWorkspace(capturing, '#audits/new');
    await page.getByRole('checkbox', { name: text('workspace_option_pictures') }).check();
    const [own] = await windowsOf(capturing);
    const addresses = [...colours.map((colour) => coloured.url(colour)), coloured.url(green, 'none')];
    await page.evaluate(() => {
      const seen = { focus: [document.hasFocus()], visible: [document.visibilityState] };
      addEventListener('blur', () => seen.focus.push(false));
      document.addEventListener('visibilitychange', () => seen.visible.push(document.visibilityState));
      Object.assign(window, { seen });
    });
    await startAudit(page, texts, [...addresses, coloured.url(green, 'low')], { concurrency: 3, retries: 0 });
    const others: { focused: boolean }[] = [];
    await expect(async () => {
      others.push(...(await windowsOf(capturing)).filter(({ id }) => id !== own?.id));
      expect(others.length).toBeGreaterThan(0);
    }).toPass();
    await waitUntilDone(page, texts);
    expect(others.filter(({ focused }) => focused)).toEqual([]);
    await expect.poll(() => windowsOf(capturing), 'the window is closed').toEqual([own]);
    expect(await page.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({
      focus: [true],
      visible: ['visible'],
    });
    expect(capturing.context.pages().filter((each) => each.url().includes('localhost'))).toEqual([]);

    const saved = await saveFile(capturing, () => saveAll(page, texts));
    const sections = await readEvidence(capturing, saved);
    expect(sections).toHaveLength(5);
    for (const [place, colour] of [...colours, green].entries()) expectColour(sections[place], colour);
    expectColour(sections[4], green);
    expect(sections.map(({ content }) => content.screenshot['view'])).toEqual([
      'number',
      'number',
      'number',
      'top',
      'number',
    ]);
    for (const { content, screenshot } of sections) expect(content.screenshot['sha256']).toBe(screenshot?.sha256);

    const stored = await storedScreenshots(page);
    expect(stored).toHaveLength(5);
    for (const { bytes } of stored) expect(bytes).toBeGreaterThan(1000);

    await page.getByRole('row').filter({ hasText: 'rgb-20-90-220' }).first().click();
    const small = page.locator('.page-screenshot > button');
    await small.click();
    await expect(page.locator('.large-screenshot img')).toBeVisible();
    await page.locator('.large-screenshot').getByRole('button').click();
    await expect(page.locator('.large-screenshot img')).toBeHidden();
    await expect(small).toBeVisible();
    await page
      .locator('.detail > .heading')
      .getByRole('button', { name: text('workspace_close') })
      .click();

    await page.goto(page.url().replace(/#.*/, '#audits'));
    await page.locator('.lines').getByRole('button').click();
    await page
      .locator('.confirm')
      .getByRole('button', { name: text('workspace_delete') })
      .click();
    await expect(page.getByText(text('workspace_audits_none'))).toBeVisible();
    expect(await storedScreenshots(page)).toEqual([]);
  });

  test('without the permission the picture option stays off and says why', async ({
    freshBrowser,
    texts: { text },
  }) => {
    const page = await openWorkspace(freshBrowser, '#audits/new');
    // A test cannot answer the browser's prompt, so the request is replaced. The browser accepts a request only during a click,
    // so the test records whether it came from one.
    await page.evaluate(() => {
      const api = (window as unknown as { chrome: typeof extensionApi }).chrome;
      Object.assign(window, { asked: [] });
      api.permissions.request = (async (permission: object) => {
        const { asked } = window as unknown as { asked: unknown[] };
        asked.push({ permission, fromClick: navigator.userActivation.isActive });
        return false;
      }) as unknown as typeof api.permissions.request;
    });
    const option = page.getByRole('checkbox', { name: text('workspace_option_pictures') });
    for (let time = 1; time <= 2; time += 1) {
      await option.click();
      await expect(page.getByText(text('workspace_option_pictures_refused'))).toBeVisible();
      await expect(option).not.toBeChecked();
      const permission = { origins: ['<all_urls>'] };
      expect(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toEqual(
        Array.from({ length: time }, () => ({ permission, fromClick: true })),
      );
    }
  });

  test('when the user closes the window, the audit continues and says why screenshots are missing', async ({
    capturing,
    coloured,
    texts,
  }) => {
    const { text } = texts;
    const page = await openWorkspace(capturing, '#audits/new');
    await page.getByRole('checkbox', { name: text('workspace_option_pictures') }).check();
    const [own] = await windowsOf(capturing);
    const names = Array.from({ length: 12 }, (_, place): Colour => [place * 20, 100, 200]);
    await startAudit(
      page,
      texts,
      names.map((colour) => coloured.url(colour)),
      { concurrency: 2, retries: 0 },
    );
    await expect.poll(async () => (await storedScreenshots(page)).length).toBeGreaterThan(1);
    await capturing.inWorker((worker) =>
      worker.evaluate(async (own) => {
        for (const { id } of await chrome.windows.getAll())
          if (id !== undefined && id !== own) await chrome.windows.remove(id);
      }, own?.id),
    );
    await waitUntilDone(page, texts);
    const sections = await readEvidence(capturing, await saveFile(capturing, () => saveAll(page, texts)));
    expect(sections, 'every site was read').toHaveLength(names.length);
    for (const [place, section] of sections.entries()) {
      if (section.screenshot !== null) expectColour(section, names[place] ?? green);
      else expect(section.content.screenshot).toEqual({ none: 'closed' });
    }
    const captured = sections.filter(({ screenshot }) => screenshot !== null).length;
    expect(captured).toBeGreaterThan(1);
    expect(captured).toBeLessThan(names.length);
    expect(sections.at(-1)?.text).toContain(text('report_no_picture', text('report_no_picture_closed')));
    await expect.poll(() => windowsOf(capturing)).toEqual([own]);
  });

  test('when the workspace closes during an audit, its window closes, and opens again with the audit', async ({
    capturing,
    coloured,
    texts,
  }) => {
    const { text } = texts;
    const [own] = await windowsOf(capturing);
    const page = await openWorkspace(capturing, '#audits/new');
    await page.getByRole('checkbox', { name: text('workspace_option_pictures') }).check();
    const names = Array.from({ length: 8 }, (_, place): Colour => [place * 30, 200, 100]);
    await startAudit(
      page,
      texts,
      names.map((colour) => coloured.url(colour)),
      { concurrency: 2, retries: 0 },
    );
    await expect.poll(async () => (await storedScreenshots(page)).length).toBeGreaterThan(0);
    const href = new URL(page.url()).hash;
    await page.close();
    await expect.poll(() => windowsOf(capturing)).toEqual([own]);
    const again = await openWorkspace(capturing, href);
    await waitUntilDone(again, texts);
    const sections = await readEvidence(capturing, await saveFile(capturing, () => saveAll(again, texts)));
    expect(sections).toHaveLength(names.length);
    for (const [place, section] of sections.entries()) expectColour(section, names[place] ?? green);
    await expect.poll(() => windowsOf(capturing)).toEqual([own]);
  });

  test('a repeated audit with screenshots requests the permission again', async ({ capturing, coloured, texts }) => {
    const { text } = texts;
    const page = await openWorkspace(capturing, '#audits/new');
    await page.getByRole('checkbox', { name: text('workspace_option_pictures') }).check();
    await startAudit(page, texts, [coloured.url(green)], { retries: 0 });
    await waitUntilDone(page, texts);
    const audit = new URL(page.url()).hash;
    await page.goto(page.url().replace(/#.*/, '#settings'));
    await page.getByRole('button', { name: text('workspace_pictures_stop') }).click();
    await page.goto(page.url().replace(/#.*/, audit));
    await page.getByRole('button', { name: text('workspace_again'), exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).not.toBe(audit);
    await waitUntilDone(page, texts);
    const screenshots = await storedScreenshots(page);
    expect(screenshots.map(({ none, bytes = 0 }) => none ?? bytes > 0)).toEqual([true, true]);
  });

  test('the permissions for screenshots and for servers are separate, and each can be revoked', async ({
    capturing,
    texts: { text },
  }) => {
    const page = await openWorkspace(capturing, '#audits/new');
    await page.getByRole('checkbox', { name: text('workspace_option_pictures') }).check();
    await page.goto(page.url().replace(/#.*/, '#settings'));
    const screenshots = page.getByRole('button', { name: text('workspace_pictures_stop') });
    const ask = page.getByRole('button', { name: text('workspace_servers_ask') });
    const stop = page.getByRole('button', { name: text('servers_stop') });
    await expect(screenshots).toBeVisible();
    await ask.click();
    await expect(stop).toBeVisible();
    await stop.click();
    await expect(ask).toBeVisible();
    await expect(screenshots).toBeVisible();
    await ask.click();
    await expect(stop).toBeVisible();
    await screenshots.click();
    await expect(screenshots).toBeHidden();
    const rights = () =>
      capturing.inWorker((worker) => worker.evaluate(async () => (await chrome.permissions.getAll()).origins));
    await expect.poll(rights, 'servers may still be seen').toContain('*://*/*');
    expect(await rights()).not.toContain('<all_urls>');
  });
});

test.describe('in Firefox', () => {
  /** Waits until Firefox has saved a complete file in a folder. */
  async function savedIn(folder: string): Promise<SavedFile> {
    // Firefox uses a temporary name until the file is complete.
    const isWhole = (name: string) =>
      name.endsWith(' evidence.html') && readFileSync(join(folder, name), 'utf8').endsWith('</html>\n');
    await expect.poll(() => readdirSync(folder).filter(isWhole)).toHaveLength(1);
    const [name = ''] = readdirSync(folder).filter(isWhole);
    return { name, content: readFileSync(join(folder, name)) };
  }

  const savesIn = (folder: string) => ({
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
  });

  test('the popup saves what the page shows, with its screenshot', async ({ extensionBrowser, coloured }) => {
    const { text } = textsOf('en');
    const folder = temporaryFolder('saved');
    const firefox = await openFirefox({ preferences: savesIn(folder) });
    const page = await firefox.newPage();
    await page.goto(coloured.url(green));
    await firefox.openPopup();
    await expect.poll(() => firefox.popupText()).toContain(filing);
    await firefox.pressInPopup(text('evidence_save'));
    const saved = await savedIn(folder);
    await expect.poll(() => firefox.popupText()).toContain(text('notice_evidence_saved'));
    await firefox.close();
    expect(saved.name).toMatch(/evidence\.html$/);
    const [section] = await readEvidence(extensionBrowser, saved);
    expectColour(section, green);
    expect(section?.text).toContain(filing);
  });

  test('an audit with the permission screenshots pages in the background, without a window', async ({
    extensionBrowser,
    coloured,
  }) => {
    // Firefox starts slowly on a busy machine.
    test.setTimeout(120_000);
    const { text } = textsOf('en');
    const folder = temporaryFolder('saved');
    const firefox = await openFirefox({ preferences: { ...savesIn(folder), ...withoutQuestions } });
    const page = await firefox.openExtensionPage('workspace.html#audits/new');
    await page.evaluate(() => {
      chrome.windows.onCreated.addListener(() => document.body.append('A window was opened.'));
    });
    const addresses = [...colours.map((colour) => coloured.url(colour)), coloured.url(green, 'low')];
    await page.waitForSelector('textarea');
    await page.type('textarea', addresses.join('\n'));
    await page.click(`::-p-text(${text('workspace_option_pictures')})`);
    await page.waitForFunction(() => [...document.querySelectorAll('input')].at(-1)?.checked);
    await page.click('button[type=submit]');
    await page.waitForFunction(
      (done) => document.querySelector('.progress')?.textContent?.includes(done),
      {},
      text('workspace_state_done'),
    );
    await page.click(`.export ::-p-text(${text('workspace_save_evidence')})`);
    const sections = await readEvidence(extensionBrowser, await savedIn(folder));
    expect(await page.evaluate(() => document.body.textContent)).not.toContain('A window was opened.');
    await firefox.close();
    expect(sections).toHaveLength(4);
    for (const [place, colour] of [...colours, green].entries()) expectColour(sections[place], colour);
  });
});
