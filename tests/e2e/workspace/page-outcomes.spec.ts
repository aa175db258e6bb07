/** The outcomes of edge cases in an audit, with and without the server permission. */

import { allowHosts, setSiteAccess } from '../../support/allow-hosts.ts';
import { serveAuditSites } from '../../support/audit-sites.ts';
import { edgeCaseSites, serveEdgeCaseSites, serveSelfSigned, unusedAddress } from '../../support/edge-case-sites.ts';
import { openExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, test } from '../../support/fixtures.ts';
import { hostingBuild } from '../../support/hosting-build.ts';
import {
  describeOutcomes,
  openWorkspace,
  startAudit,
  storedEntries,
  waitUntilDone,
} from '../../support/workspace-page.ts';

for (const [place, seen] of ['with network access', 'without network access'].entries()) {
  test(`edge-case addresses of an audit get the most exact outcome ${seen}`, async ({ language, texts }) => {
    test.setTimeout(120_000);
    const served = await serveEdgeCaseSites();
    const selfSigned = await serveSelfSigned();
    const extension = place === 0 ? { extension: hostingBuild('chrome', { ownTable: false }) } : {};
    const extensionBrowser = await openExtensionBrowser(language, [], extension);
    try {
      const page = await openWorkspace(extensionBrowser, '#audits/new');
      const names = Object.keys(edgeCaseSites);
      const others: Record<string, [string, string]> = {
        [await unusedAddress()]: ['unreachable refused null', 'unreachable network null'],
        'http://nobody.invalid/': ['unreachable dns null', 'unreachable network null'],
        [served.url.replace('http:', 'https:')]: ['unreachable tls null', 'unreachable network null'],
        [selfSigned.url]: ['unreachable tls null', 'unreachable network null'],
      };
      const addresses = [...names.map((name) => `${served.url}${name}`), ...Object.keys(others)];
      await startAudit(page, texts, addresses, { concurrency: 4, seconds: 20, retries: 0 });
      await waitUntilDone(page, texts);
      const ends = [...Object.values(edgeCaseSites).map(({ ends }) => ends), ...Object.values(others)];
      const wanted = addresses.map((address, at) => `${address} ${ends[at]?.[place]}`);
      const endings = describeOutcomes(await storedEntries(page));
      expect(addresses.map((address, at) => `${address} ${endings[at]}`)).toEqual(wanted);
      expect(extensionBrowser.context.pages().filter((each) => each.url().includes('127.0.0.1'))).toEqual([]);
    } finally {
      await extensionBrowser.close();
      await served.close();
      await selfSigned.close();
    }
  });
}

test('resources of a page that never load do not keep its numbers from being read', async ({ freshBrowser, texts }) => {
  const served = await serveEdgeCaseSites();
  const page = await openWorkspace(freshBrowser, '#audits/new');
  // This limit is longer than the timeout of the test.
  await startAudit(page, texts, [`${served.url}stuck`], { seconds: 120, retries: 0 });
  await waitUntilDone(page, texts);
  expect(describeOutcomes(await storedEntries(page))).toEqual(['numbers']);
  await served.close();
});

test('sites without host permission end as not-allowed, and are read once permitted', async ({
  freshBrowser,
  texts,
}) => {
  const { text } = texts;
  const sites = await serveAuditSites();
  const names = ['numbers-0', 'numbers-1', 'numbers-2'];
  sites.holdResponses();
  const page = await openWorkspace(freshBrowser, '#audits/new');
  await startAudit(page, texts, names.map(sites.url), { seconds: 40, retries: 0 });
  await page.getByRole('button', { name: text('workspace_pause') }).click();
  await expect(page.locator('.progress .state')).toHaveText(text('workspace_state_paused'));
  const asked = names.map(sites.requestCount);
  await setSiteAccess(freshBrowser, 'ON_CLICK');
  await allowHosts(freshBrowser, 'http://numbers-1.localhost/*');
  sites.releaseResponses();
  await expect(page.getByText(text('workspace_pages_missing'))).toBeVisible();
  await page.getByRole('button', { name: text('workspace_resume') }).click();
  await waitUntilDone(page, texts);
  expect(describeOutcomes(await storedEntries(page))).toEqual(['not-allowed', 'numbers', 'not-allowed']);
  expect(
    [0, 2].map((place) => sites.requestCount(names[place] ?? '')),
    'nothing more is asked of them',
  ).toEqual([asked[0], asked[2]]);

  await setSiteAccess(freshBrowser, 'ON_ALL_SITES');
  await expect(page.getByText(text('workspace_pages_missing'))).toBeHidden();
  await page.getByRole('button', { name: text('workspace_retry', '2') }).click();
  await expect.poll(async () => describeOutcomes(await storedEntries(page))).toEqual(['numbers', 'numbers', 'numbers']);
  await sites.close();
});
