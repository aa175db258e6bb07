import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/**
 * What went wrong in the browsers of this process and nobody has asked for yet: exceptions that nothing caught, in pages, in
 * the extension's scripts on them, in its own pages and in its worker; and what the extension itself says is an error.
 */
const errors: string[] = [];

/** Notes an error. */
export function noteError(where: string, what: string): void {
  errors.push(`${where}: ${what}`);
}

/** Gives the errors since it was last asked, and forgets them. */
export function takeErrors(): string[] {
  return errors.splice(0);
}

/** Notes what goes wrong in a browser from now on. */
export function watchErrors(context: BrowserContext): void {
  context.on('weberror', (webError) => {
    const error = webError.error();
    noteError(webError.page()?.url() ?? '', error.stack ?? String(error));
  });
  const heard = (message: ConsoleMessage): void => {
    const { url } = message.location();
    if (message.type() === 'error' && url.startsWith('chrome-extension:')) noteError(url, message.text());
  };
  context.on('console', heard);
  for (const worker of context.serviceWorkers()) worker.on('console', heard);
  context.on('serviceworker', (worker) => worker.on('console', heard));
}
