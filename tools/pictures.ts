/** `npm run pictures`: takes the README's pictures of the real popup and workspace on sample sites, in both languages. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildToTemporaryFolder, root } from '../cli/browser/build.ts';
import { openBrowser } from '../cli/browser/open-browser.ts';
import { openPopup } from '../cli/browser/open-popup.ts';
import { readPage } from '../cli/pages/read-page.ts';
import { type Site, serveSites } from '../cli/servers/sample-sites.ts';
import { textsOf } from '../tests/support/texts.ts';

const folder = join(root, 'docs/pictures');
const timeouts = { loadMs: 15_000, lateMs: 3_000, answerMs: 10_000 };
/** A picture: the popup on a sample site, as it opens or with the first of what it has to look into opened. */
type Look = {
  name: string;
  language: 'en' | 'zh-CN';
  site: string;
  colorScheme: 'light' | 'dark';
  opens?: 'first';
};

const looks: readonly Look[] = [
  { name: 'popup-en', language: 'en', site: 'outdated-links', colorScheme: 'light' },
  { name: 'popup-zh', language: 'zh-CN', site: 'faults', colorScheme: 'dark' },
  { name: 'popup-check-en', language: 'en', site: 'outdated-links', colorScheme: 'light', opens: 'first' },
  { name: 'popup-check-zh', language: 'zh-CN', site: 'outdated-links', colorScheme: 'dark', opens: 'first' },
];

/** The workspace after an audit of all sample sites, as its table. */
const audits = [
  { name: 'workspace-en', language: 'en', colorScheme: 'light' },
  { name: 'workspace-zh', language: 'zh-CN', colorScheme: 'dark' },
] as const;

const extension = await buildToTemporaryFolder('chrome');
const { sites, close } = await serveSites();
await mkdir(folder, { recursive: true });
try {
  for (const { name, language, site, colorScheme, opens } of looks) {
    const url = sites.find((each) => each.name === site)?.url;
    if (url === undefined) throw new Error(`There is no sample site ${site}.`);
    const browser = await openBrowser({ extension, language, loopbackOnly: true });
    const tab = await browser.openTab();
    const reading = await readPage(browser, tab, url, timeouts);
    if (reading.state === 'failed') throw new Error(`${site}: ${reading.error}`);
    const popup = await openPopup(browser, tab.page, { colorScheme });
    await popup.page.locator('main > *').first().waitFor();
    if (opens === 'first') await popup.page.locator('section.checks details').first().locator('summary').click();
    // Without the room that the browser keeps for a scroll bar.
    const [width, height] = await popup.page.evaluate(() => [document.body.clientWidth, innerHeight]);
    const clip = { x: 0, y: 0, width: width ?? 0, height: height ?? 0 };
    await popup.page.screenshot({ path: join(folder, `${name}.png`), clip });
    await popup.close();
    await browser.close();
    console.log(`docs/pictures/${name}.png`);
  }
  for (const audit of audits) await takeAudit(audit, sites);
} finally {
  await close();
}

async function takeAudit({ name, language, colorScheme }: (typeof audits)[number], sites: Site[]): Promise<void> {
  const texts = textsOf(language === 'en' ? 'en' : 'zh_CN');
  const browser = await openBrowser({ extension, language, colorScheme, loopbackOnly: true });
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`chrome-extension://${browser.extensionId}/workspace.html#audits/new`);
  // Each site under its name, as on the web.
  const addresses = sites.map((site) => site.url.replace('127.0.0.1', `${site.name}.localhost`));
  await page.getByLabel(texts.text('workspace_addresses_label')).fill(addresses.join('\n'));
  await page.getByRole('button', { name: texts.pattern('workspace_start') }).click();
  await page.locator(`[role=progressbar][aria-valuenow="${sites.length}"]`).waitFor({ timeout: 120_000 });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await browser.close();
  console.log(`docs/pictures/${name}.png`);
}
