import { provinces } from '../../../lib/icp/data/provinces.ts';
import { type ExpectedNumber, expected } from '../../sites/expected.ts';
import { expectedSummaries } from '../../sites/expected-summaries.ts';
import { kindText, problemText, statusTexts } from '../../support/expected-texts.ts';
import { expect, test } from '../../support/fixtures.ts';

const inOrder = (numbers: ExpectedNumber[]) => numbers.toSorted((a, b) => (a.canonical < b.canonical ? -1 : 1));

for (const [name, numbers] of Object.entries(expected)) {
  test(`${name}: the report says what a reader of the page sees`, async ({ page, extensionBrowser, sites }) => {
    await page.goto(sites(name));
    await expect(async () => {
      const report = await extensionBrowser.report(page);
      const findings = report?.state === 'done' ? report.findings : null;
      const found = findings?.map(({ number: { kind, canonical, province, status, problems }, role, hidden }) => ({
        kind,
        canonical,
        province,
        status,
        reason: status === 'valid' ? null : problems[0]?.code,
        role,
        hidden,
      }));
      expect(inOrder((found ?? []) as ExpectedNumber[])).toEqual(inOrder(numbers));
    }).toPass({ timeout: 5_000 });
  });

  test(`${name}: the popup shows what a reader of the page sees`, async ({ page, extensionBrowser, sites, texts }) => {
    await page.goto(sites(name));
    const popup = await extensionBrowser.openPopup(page);
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(expectedSummaries[name]?.summary ?? '');

    await expect(popup.getByRole('article')).toHaveCount(numbers.length);
    for (const number of numbers) {
      const { kind, canonical, province, status, reason, role, hidden } = number;
      await test.step(canonical, async () => {
        const section = popup.locator('section').filter({
          has: popup.getByRole('heading', {
            name: texts.text(hidden ? 'hidden' : role === 'claim' ? 'claims' : 'mentions'),
          }),
        });
        const card = section.getByRole('article', { name: canonical, exact: true });
        await expect(card.getByRole('heading')).toHaveText(kindText(texts, kind, status));
        await expect(card.getByText(texts.text(statusTexts[status]), { exact: true })).toBeVisible();
        if (province !== null) {
          const { en, zh } = provinces.get(province) ?? { en: '', zh: '' };
          await expect(
            card
              .getByRole('definition')
              .filter({ hasText: `${en} ${zh}` })
              .first(),
          ).toBeVisible();
        }
        if (reason !== null) await expect(card.getByText(problemText(texts, reason)).first()).toBeVisible();
      });
    }
  });
}
