import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import { benchAudit } from './audit-cost.ts';
import type { Result } from './result.ts';
import { benchTable } from './table.ts';

/** What the workspace costs: while it reads sites, and while people work with a table of a hundred thousand rows. */
export async function benchWorkspace(browser: BrowserSession, print: (result: Result) => void): Promise<void> {
  await benchAudit(browser, print);
  await benchTable(browser, print);
}
