import type { Page } from '@playwright/test';

/** Clicks a button of a page from a script. A real click would focus the page, and the browser would close the popup. */
export async function pressOnPage(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).evaluate((button: HTMLElement) => button.click());
}
