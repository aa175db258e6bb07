import type { Page } from '@playwright/test';
import type { BrowserSession } from '../../cli/browser/open-browser.ts';

/** Opens a part of the workspace in a tab of its own: `#audits/new`. */
export async function openWorkspace(
  { context, extensionId }: BrowserSession,
  hash: string,
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const page = await context.newPage();
  await before(page);
  await page.goto(`chrome-extension://${extensionId}/workspace.html${hash}`);
  return page;
}
