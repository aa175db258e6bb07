/**
 * An audit of a thousand sites on this machine. Its page is closed in the middle, and later the browser is killed. Each time the
 * audit continues where it was. Independent libraries read its exports.
 */
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { type BrowserSession, openBrowser } from '../../../cli/browser/open-browser.ts';
import { temporaryFolder } from '../../../cli/browser/temporary-folder.ts';
import { listenLocally } from '../../../cli/servers/local-server.ts';
import { buildOf } from '../../support/build-output.ts';
import { expect, test } from '../../support/fixtures.ts';
import type { Texts } from '../../support/texts.ts';
import { openWorkspace, saveFile, startAudit } from '../../support/workspace-page.ts';

const size = 1000;
const concurrency = 6;
/** The number of kills. After each, the sites that were open are read again. */
const kills = 2;
const numberOf = (site: number): string => `京ICP备2021${site + 100_000}号-1`;
/** Every fiftieth site shows no number. The audit waits for late numbers on such pages. */
const isBare = (site: number): boolean => site % 50 === 49;

/** Serves all sites by host name, and counts the requests for each home page. */
async function serveThousand() {
  const asked = new Map<number, number>();
  const server = createServer(({ url, headers }, response) => {
    const site = Number(/^site-(\d+)\./.exec(headers.host ?? '')?.[1]);
    if (url !== '/') {
      response.writeHead(404).end();
      return;
    }
    asked.set(site, (asked.get(site) ?? 0) + 1);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const footer = isBare(site) ? '' : `<footer><a href="https://beian.miit.gov.cn/">${numberOf(site)}</a></footer>`;
    response.end(`<!doctype html><meta charset="utf-8"><title>${site}</title><h1>公司 ${site}</h1>${footer}`);
  });
  const { port, close } = await listenLocally(server);
  return {
    asked,
    close,
    addresses: Array.from({ length: size }, (_, site) => `http://site-${site}.localhost:${port}/`),
  };
}

const ended = async (page: Page): Promise<number> =>
  Number(await page.getByRole('progressbar').getAttribute('aria-valuenow'));

/** Kills the whole browser at once, as a power failure does. */
async function kill(browser: BrowserSession): Promise<void> {
  const session = await browser.protocol();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => browser.context.once('close', resolve));
  for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
  await gone;
}

/** The address, the result and the numbers of each row of a table with a header. */
function told([head = [], ...rows]: readonly (readonly unknown[])[], texts: Texts): string[][] {
  const places = (['column_asked', 'column_ending', 'column_numbers'] as const).map((key) =>
    head.indexOf(texts.text(key)),
  );
  return rows.map((row) => places.map((place) => String(row[place] ?? '')));
}

test('a thousand sites are audited once each, although the page and the browser are killed', async ({ texts }) => {
  test.setTimeout(600_000);
  const sites = await serveThousand();
  const profile = temporaryFolder('thousand');
  const options = { extension: buildOf('chrome'), loopbackOnly: true, profile };
  let browser = await openBrowser(options);
  try {
    let page = await openWorkspace(browser, '#audits/new');
    await startAudit(page, texts, sites.addresses, { concurrency, retries: 0 });
    const { hash } = new URL(page.url());
    await expect.poll(() => ended(page), { timeout: 120_000 }).toBeGreaterThan(200);
    await page.close();

    page = await openWorkspace(browser, hash);
    await expect.poll(() => ended(page)).toBeGreaterThan(200);
    await expect.poll(() => ended(page), { timeout: 120_000 }).toBeGreaterThan(600);
    await kill(browser);

    browser = await openBrowser(options);
    page = await openWorkspace(browser, hash);
    await expect.poll(() => ended(page), { timeout: 300_000 }).toBe(size);

    // Only sites that were open at a kill are requested again.
    const again = [...sites.asked.values()].filter((times) => times > 1);
    expect(sites.asked.size).toBe(size);
    expect(again.length).toBeLessThanOrEqual(kills * concurrency);
    expect(Math.max(...sites.asked.values())).toBeLessThanOrEqual(1 + kills);

    const expected = sites.addresses.map((asked, site) =>
      isBare(site) ? [asked, texts.text('ending_none'), ''] : [asked, texts.text('ending_numbers'), numberOf(site)],
    );
    const press = (name: string) => saveFile(browser, () => page.getByRole('button', { name, exact: true }).click());
    const csv: string[][] = parse((await press(texts.text('workspace_save_csv_sites'))).content, { bom: true });
    expect(told(csv, texts)).toEqual(expected);
    const [sheet] = await readExcel((await press(texts.text('workspace_save_xlsx'))).content);
    expect(told(sheet?.data ?? [], texts)).toEqual(expected);
  } finally {
    await browser.close();
    await sites.close();
  }
});
