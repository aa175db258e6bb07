import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { escapeLine, printError } from '../output/terminal.ts';
import { findChromium } from './find-chromium.ts';
import { confineToServer, isolationFlags, type OnlyServer } from './only-server.ts';
import {
  type LaunchAttempt,
  launchAttempts,
  missingSandboxOf,
  SandboxError,
  type SandboxUse,
  sandboxFaultOf,
} from './sandbox.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The extension API in the extension's worker. */
declare const chrome: typeof extensionApi;

export type BrowserOptions = {
  /** The folder of the built extension. */
  extension: string;
  /** Whether the browser has no window. True by default. */
  headless?: boolean;
  /** Language of the browser and of the extension, `en` or `zh-CN`. On macOS the system's language is used instead. */
  language?: string;
  colorScheme?: 'light' | 'dark';
  /** Whether pages can reach only this machine. */
  loopbackOnly?: boolean;
  /**
   * The only server that pages can reach. They use its host names under `localhost`, as if it listened on port 80. The browser
   * blocks every other connection (`isolationFlags`).
   */
  onlyServer?: OnlyServer;
  /** Whether every page that `openTab` did not open is closed, however it was opened. */
  closeOthers?: boolean;
  /** How Chromium uses its sandbox. `usual` by default. Other values require a fresh profile. */
  sandbox?: SandboxUse;
  /** Whether the back/forward cache is on, as in browsers that people use. Playwright turns it off by default. */
  backForwardCache?: boolean;
  /** A profile's folder, which is kept when the browser is closed. Without it, a fresh profile is used and then removed. */
  profile?: string;
  /** Further flags for Chromium's command line. */
  flags?: readonly string[];
};

/** A tab, as Playwright and as the extension API identify it. */
export type Tab = {
  page: Page;
  /** The tab's id in the extension API. It stays the same when the tab navigates. */
  tabId: number;
  close: () => Promise<void>;
};

/** A Chromium with the extension loaded. */
export type BrowserSession = {
  context: BrowserContext;
  extensionId: string;
  /** Runs an action in the extension's worker. If the worker ends meanwhile, runs the action again in the next worker. */
  inWorker: <Result>(act: (worker: Worker) => Promise<Result>) => Promise<Result>;
  /** Opens an empty tab in the background. Calls may run at the same time. */
  openTab: () => Promise<Tab>;
  /** The target id of a page's tab in the debugging protocol, whether `openTab` opened it or not. */
  targetOf: (page: Page) => Promise<string>;
  /** A session of the debugging protocol with the browser itself. */
  protocol: () => Promise<CDPSession>;
  /** The address for another connection over the debugging protocol. */
  debuggingUrl: () => Promise<string>;
  close: () => Promise<void>;
};

/**
 * Starts Chromium with the extension, in a fresh profile or a given one. Its own background requests to its vendor are turned
 * off.
 *
 * @throws SandboxError if the sandbox is required and missing.
 * @throws Error if no Chromium is found, or if it does not start or does not load the extension within 30 s.
 */
export async function openBrowser(options: BrowserOptions): Promise<BrowserSession> {
  const executablePath = await findChromium();
  const { context, profile } = await launch(executablePath, options);
  const { onlyServer } = options;
  if (options.loopbackOnly) await confineToLoopback(context);
  const browser = context.browser();
  if (browser === null) throw new Error('Chromium gave no connection to itself.');
  const session = await browser.newBrowserCDPSession();
  const expected = options.closeOthers ? closeOthers(context) : null;
  const runInWorker: BrowserSession['inWorker'] = (act) => inWorker(context, session, act);
  const targets = new WeakMap<Page, string>();
  const first = context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', isOurs));
  return {
    context,
    extensionId: new URL(first.url()).host,
    inWorker: runInWorker,
    async openTab() {
      const tab = await openTab(context, runInWorker, expected);
      if (onlyServer !== undefined) await confineToServer(context, tab.page, onlyServer);
      targets.set(tab.page, await findTarget(session, tab.page.url()));
      return tab;
    },
    targetOf: async (page) => targets.get(page) ?? (await findTarget(session, page.url())),
    protocol: () => browser.newBrowserCDPSession(),
    async debuggingUrl() {
      const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).trim().split('\n');
      return `ws://127.0.0.1:${port}${path}`;
    },
    async close() {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Starts Chromium with the first attempt of `launchAttempts` that succeeds. */
async function launch(
  executablePath: string,
  options: BrowserOptions,
): Promise<{ context: BrowserContext; profile: string }> {
  const { sandbox: use = 'usual', extension } = options;
  const { attempts: starts, fault } = launchAttempts(use, executablePath, [join(extension, 'manifest.json')]);
  let why = fault;
  for (const start of starts) {
    const { user, sandbox } = start;
    const profile = options.profile ?? (user === null ? temporaryFolder : user.folder)('profile');
    try {
      const context = await launchAs(start, profile, executablePath, options);
      const missing = sandbox && use !== 'usual' ? await missingSandboxOf(context) : null;
      if (missing === null) {
        if (!sandbox && why !== null) printOnce(`Chromium runs without its sandbox: ${why}.`);
        return { context, profile };
      }
      why = missing;
      await context.close();
    } catch (error) {
      const isUser = user !== null && start !== starts.at(-1);
      const missing = sandboxFaultOf(error) ?? (isUser ? 'it does not start as an ordinary user' : null);
      if (missing === null) throw error;
      why = missing;
    }
  }
  throw new SandboxError(why ?? 'it is not known why');
}

const printed = new Set<string>();

/** Prints a text to standard error, but only the first time. A run may open many browsers. */
function printOnce(text: string): void {
  if (!printed.has(text)) printError(escapeLine`${text}`);
  printed.add(text);
}

async function launchAs(
  { user, sandbox }: LaunchAttempt,
  profile: string,
  executablePath: string,
  options: BrowserOptions,
): Promise<BrowserContext> {
  const {
    extension,
    headless = true,
    language = 'en',
    colorScheme = 'light',
    loopbackOnly = false,
    onlyServer,
    backForwardCache = false,
    flags = [],
  } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath: user?.program ?? executablePath,
    headless,
    colorScheme,
    acceptDownloads: false,
    ignoreDefaultArgs: backForwardCache ? ['--disable-back-forward-cache'] : [],
    chromiumSandbox: sandbox,
    viewport: headless ? { width: 1280, height: 720 } : null,
    // On Linux the language comes from the environment, elsewhere from the flag.
    env: {
      ...process.env,
      LANGUAGE: language.replace('-', '_'),
      LANG: `${language === 'zh-CN' ? 'zh_CN' : 'en_US'}.UTF-8`,
      ...(user !== null && { HOME: profile }),
    },
    args: [
      `--lang=${language}`,
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      ...(options.sandbox === undefined ? ['--remote-debugging-port=0'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(loopbackOnly ? ['--no-proxy-server', `--host-resolver-rules=${loopbackRules}`] : []),
      ...(onlyServer === undefined ? [] : isolationFlags(onlyServer.port)),
      ...flags,
    ],
  });
}

const loopbackRules = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.*, EXCLUDE [::1]';

/** Aborts requests to other machines, so that no page navigates to an error page. `loopbackRules` already block the connections. */
async function confineToLoopback(context: BrowserContext): Promise<void> {
  const isElsewhere = ({ protocol, hostname }: URL): boolean =>
    /^(https?|wss?):$/.test(protocol) && !/^(127\.0\.0\.\d+|\[::1\]|(.*\.)?localhost)$/.test(hostname);
  await context.route(isElsewhere, (route) => route.abort('aborted'));
}

/**
 * Closes every page that opens, also one opened with `noopener`. Returns the set of the addresses of expected pages, which stay
 * open. A page is closed only after Playwright's event for it: if it closes before Playwright has attached to it, its opener
 * closes too.
 */
function closeOthers(context: BrowserContext): Set<string> {
  const expected = new Set<string>();
  context.on('page', (page) => {
    // The page may have closed itself.
    if (!expected.delete(page.url())) page.close().catch(() => {});
  });
  return expected;
}

const isOurs = (worker: Worker): boolean => /^chrome-extension:\/\/[a-p]{32}\/background\.js$/.test(worker.url());

/**
 * Runs an action in the extension's worker. The browser ends an idle worker. Playwright then waits until the worker starts again,
 * so an event that it listens to is needed: a tab is opened and closed.
 */
async function inWorker<Result>(
  context: BrowserContext,
  session: CDPSession,
  act: (worker: Worker) => Promise<Result>,
): Promise<Result> {
  const worker = context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', isOurs));
  const { targetInfos } = await session.send('Target.getTargets');
  const runs = targetInfos.some(({ type, url }) => type === 'service_worker' && url === worker.url());
  try {
    const [result] = await Promise.all([act(worker), runs ? null : openAndClose(context)]);
    return result;
  } catch (error) {
    if (!String(error).includes('Service worker restarted')) throw error;
    return inWorker(context, session, act);
  }
}

async function openAndClose(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.close();
}

/**
 * Opens a tab with a unique address, which connects the three ids of a tab. Nothing else does: the extension may not see the
 * addresses of tabs, and the protocol does not tell which tab a page is in.
 */
async function openTab(
  context: BrowserContext,
  run: BrowserSession['inWorker'],
  expected: Set<string> | null,
): Promise<Tab> {
  const address = `about:blank#${randomUUID()}`;
  expected?.add(address);
  const [page, tabId] = await Promise.all([
    context.waitForEvent('page', (opened) => opened.url() === address),
    run((worker) => worker.evaluate(async (url) => (await chrome.tabs.create({ url, active: false })).id, address)),
  ]);
  if (tabId === undefined) throw new Error('Chromium opened a tab without an id.');
  return { page, tabId, close: () => page.close() };
}

async function findTarget(session: CDPSession, url: string): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const [target, ...others] = targetInfos.filter((candidate) => candidate.url === url);
  if (target === undefined || others.length > 0)
    throw new Error(`Expected one tab with the address ${url}, found ${others.length + (target ? 1 : 0)}.`);
  return target.targetId;
}
