import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { root } from '../../cli/browser/build.ts';
import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import type * as probeModule from './probes.ts';

type Probes = typeof probeModule;

/** The world of the extension's content script in one page, with the probes in it. */
export type ExtensionWorld = {
  call: <Name extends keyof Probes>(
    name: Name,
    ...args: Parameters<Probes[Name]>
  ) => Promise<Awaited<ReturnType<Probes[Name]>>>;
  /** The session of the debugging protocol with the page. */
  session: CDPSession;
};

/** Bundles the probes into one script that leaves them in the global `probes`. */
export async function bundleProbes(): Promise<string> {
  const results = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'probes.ts'),
        formats: ['iife'],
        name: 'probes',
        fileName: 'probes',
      },
    },
  });
  const outputs = [results].flat().flatMap((result) => ('output' in result ? result.output : []));
  const code = outputs.find((output) => output.type === 'chunk')?.code;
  if (code === undefined) throw new Error('The probes could not be bundled.');
  return code;
}

/**
 * Runs the bundled probes in the world of the extension's content script in a page that has loaded.
 *
 * @throws Error where the extension has no script in the page.
 */
export async function enterWorld(browser: BrowserSession, page: Page, code: string): Promise<ExtensionWorld> {
  const session = await page.context().newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  // Tells of the contexts that are already there.
  await session.send('Runtime.enable');
  const context = contexts.find(({ origin }) => origin === `chrome-extension://${browser.extensionId}`);
  if (context === undefined) throw new Error('The extension has no script in the page.');
  const evaluate = async <Result>(expression: string): Promise<Result> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: context.id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
  await evaluate(`${code};globalThis.probes = probes; null`);
  return {
    session,
    call: (name, ...args) => evaluate(`probes.${name}(...${JSON.stringify(args)})`),
  };
}
