import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/**
 * The errors in the browsers of this process since the last `takeErrors`: uncaught exceptions in pages, in content scripts, in the
 * extension's pages and in its worker, and error messages that the extension writes to the console.
 */
const errors: string[] = [];

/** Records an error. */
export function noteError(where: string, what: string): void {
  errors.push(`${where}: ${what}`);
}

/** Returns the errors since the last call, and clears them. */
export function takeErrors(): string[] {
  return errors.splice(0);
}

/** Records the errors of a browser from now on. */
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
