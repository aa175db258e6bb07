import type { Page } from '@playwright/test';

/** Presses a button of a page from within. A click would go to the page, and the browser would close the popup for it. */
export async function pressOnPage(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).evaluate((button: HTMLElement) => button.click());
}
