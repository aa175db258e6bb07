import type { Page } from '@playwright/test';
import type { LensBrowser } from '../../browser/open-browser.ts';
import { benchAudit } from './audit-cost.ts';
import type { Result } from './result.ts';
import { benchTable } from './table.ts';

/** What the workspace costs: while it reads sites, and while people work with a table of a hundred thousand rows. */
export async function benchWorkspace(browser: LensBrowser, print: (result: Result) => void): Promise<void> {
  await benchAudit(browser, print);
  await benchTable(browser, print);
}

/** Opens a part of the workspace in a tab of its own: `#audits/new`. */
export async function openWorkspace(
  { context, extensionId }: LensBrowser,
  hash: string,
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const page = await context.newPage();
  await before(page);
  await page.goto(`chrome-extension://${extensionId}/workspace.html${hash}`);
  return page;
}
