/** How odd addresses end in an audit, with the right to see the network and without it. */

import { allowHosts, setSiteAccess } from '../../support/allow-hosts.ts';
import { serveAuditSites } from '../../support/audit-sites.ts';
import { openExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, test } from '../../support/fixtures.ts';
import { hostingBuild } from '../../support/hosting-build.ts';
import { oddSites, serveOddSites, serveSelfSigned, unusedAddress } from '../../support/odd-sites.ts';
import { openWorkspace, outcomesOf, startAudit, storedEntries, whenDone } from '../../support/workspace-page.ts';

for (const [place, seen] of ['with the right to see the network', 'without it'].entries()) {
  test(`odd addresses end as exactly as can be told, ${seen}`, async ({ language, texts }) => {
    test.setTimeout(120_000);
    const served = await serveOddSites();
    const selfSigned = await serveSelfSigned();
    const extension = place === 0 ? { extension: hostingBuild('chrome', { ownTable: false }) } : {};
    const extensionBrowser = await openExtensionBrowser(language, [], extension);
    try {
      const page = await openWorkspace(extensionBrowser, '#audits/new');
      const names = Object.keys(oddSites);
      const others: Record<string, [string, string]> = {
        [await unusedAddress()]: ['unreachable refused null', 'unreachable network null'],
        'http://nobody.invalid/': ['unreachable dns null', 'unreachable network null'],
        [served.url.replace('http:', 'https:')]: ['unreachable tls null', 'unreachable network null'],
        [selfSigned.url]: ['unreachable tls null', 'unreachable network null'],
      };
      const addresses = [...names.map((name) => `${served.url}${name}`), ...Object.keys(others)];
      await startAudit(page, texts, addresses, { concurrency: 4, seconds: 20, retries: 0 });
      await whenDone(page, texts);
      const ends = [...Object.values(oddSites).map(({ ends }) => ends), ...Object.values(others)];
      const wanted = addresses.map((address, at) => `${address} ${ends[at]?.[place]}`);
      const endings = outcomesOf(await storedEntries(page));
      expect(addresses.map((address, at) => `${address} ${endings[at]}`)).toEqual(wanted);
      expect(extensionBrowser.context.pages().filter((each) => each.url().includes('127.0.0.1'))).toEqual([]);
    } finally {
      await extensionBrowser.close();
      await served.close();
      await selfSigned.close();
    }
  });
}

test('what of a page never comes does not keep its numbers from being read', async ({ ownBrowser, texts }) => {
  const served = await serveOddSites();
  const page = await openWorkspace(ownBrowser, '#audits/new');
  // Longer than the test waits.
  await startAudit(page, texts, [`${served.url}stuck`], { seconds: 120, retries: 0 });
  await whenDone(page, texts);
  expect(outcomesOf(await storedEntries(page))).toEqual(['numbers']);
  await served.close();
});

test('sites that the reader keeps back end as such, and are read once they are allowed', async ({
  ownBrowser,
  texts,
}) => {
  const { text } = texts;
  const sites = await serveAuditSites();
  const names = ['numbers-0', 'numbers-1', 'numbers-2'];
  sites.hold();
  const page = await openWorkspace(ownBrowser, '#audits/new');
  await startAudit(page, texts, names.map(sites.url), { seconds: 40, retries: 0 });
  await page.getByRole('button', { name: text('workspace_pause') }).click();
  await expect(page.locator('.progress .state')).toHaveText(text('workspace_state_paused'));
  const asked = names.map(sites.asked);
  await setSiteAccess(ownBrowser, 'ON_CLICK');
  await allowHosts(ownBrowser, 'http://numbers-1.localhost/*');
  sites.release();
  await expect(page.getByText(text('workspace_pages_missing'))).toBeVisible();
  await page.getByRole('button', { name: text('workspace_resume') }).click();
  await whenDone(page, texts);
  expect(outcomesOf(await storedEntries(page))).toEqual(['not-allowed', 'numbers', 'not-allowed']);
  expect(
    [0, 2].map((place) => sites.asked(names[place] ?? '')),
    'nothing more is asked of them',
  ).toEqual([asked[0], asked[2]]);

  await setSiteAccess(ownBrowser, 'ON_ALL_SITES');
  await expect(page.getByText(text('workspace_pages_missing'))).toBeHidden();
  await page.getByRole('button', { name: text('workspace_retry', '2') }).click();
  await expect.poll(async () => outcomesOf(await storedEntries(page))).toEqual(['numbers', 'numbers', 'numbers']);
  await sites.close();
});
