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

/** The browser's own API, there in the worker of the extension. */
declare const chrome: typeof extensionApi;

export type BrowserOptions = {
  /** The folder of the built extension. */
  extension: string;
  /** Without a window; the default. */
  headless?: boolean;
  /** Language of the browser and so of the extension, `en` or `zh-CN`. On macOS the system's language stays. */
  language?: string;
  colorScheme?: 'light' | 'dark';
  /** Whether pages are kept from every host but this machine. */
  loopbackOnly?: boolean;
  /**
   * The one server that pages reach, by the names under `localhost` that it has and as if it listened on port 80. The browser itself lets nothing else out, on no way: see `isolationFlags`.
   */
  onlyServer?: OnlyServer;
  /** Whether every page is closed that was not opened by `openTab`, on whatever way a page opened it. */
  closeOthers?: boolean;
  /** What is to be had of Chromium's sandbox; `usual` where nothing is said. Other than that goes with a fresh profile only. */
  sandbox?: SandboxUse;
  /** Whether pages that are left are kept to come back to, as browsers do and Playwright does not by default. */
  backForwardCache?: boolean;
  /** A profile's folder, kept when the browser is closed; a fresh one, which is not, where none is named. */
  profile?: string;
  /** Further flags for Chromium's command line. */
  flags?: readonly string[];
};

/** A tab with the names that each side knows it by. */
export type Tab = {
  page: Page;
  /** The extension API's name of the tab. It stays the same when the tab navigates. */
  tabId: number;
  close: () => Promise<void>;
};

/** A Chromium with the extension loaded. */
export type BrowserSession = {
  context: BrowserContext;
  extensionId: string;
  /** Runs an action in the extension's worker, again in its successor where the worker ended meanwhile. */
  inWorker: <Result>(act: (worker: Worker) => Promise<Result>) => Promise<Result>;
  /** Opens an empty tab behind the others. Many may be opened at a time. */
  openTab: () => Promise<Tab>;
  /** The debugging protocol's name of the tab that a page is in, opened by `openTab` or otherwise. */
  targetOf: (page: Page) => Promise<string>;
  /** A session of the debugging protocol with the browser itself. */
  protocol: () => Promise<CDPSession>;
  /** Address for a further connection over the debugging protocol. */
  debuggingUrl: () => Promise<string>;
  close: () => Promise<void>;
};

/**
 * Starts Chromium with the extension in it, in a fresh profile or a given one. Flags that only quieten the browser are set: it asks
 * nothing of its maker's servers.
 *
 * @throws SandboxError where it is to have its sandbox and has none.
 * @throws Error where no Chromium is found, or it does not start or does not load the extension within 30 s.
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

/** Starts Chromium in the best way that there is; see `launchAttempts`. */
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

/** Says something on standard error, once: browsers are opened again and again. */
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

/** The rules of the resolver stop all else; this also keeps a page from leaving for an error page. */
async function confineToLoopback(context: BrowserContext): Promise<void> {
  const isElsewhere = ({ protocol, hostname }: URL): boolean =>
    /^(https?|wss?):$/.test(protocol) && !/^(127\.0\.0\.\d+|\[::1\]|(.*\.)?localhost)$/.test(hostname);
  await context.route(isElsewhere, (route) => route.abort('aborted'));
}

/**
 * Closes every page that opens, whether another may know of it or not (`noopener`), but for the expected ones, which are given
 * by their addresses. Not before Playwright tells of it: a page that goes before it was attached to takes its opener along.
 */
function closeOthers(context: BrowserContext): Set<string> {
  const expected = new Set<string>();
  context.on('page', (page) => {
    // It may have closed itself.
    if (!expected.delete(page.url())) page.close().catch(() => {});
  });
  return expected;
}

const isOurs = (worker: Worker): boolean => /^chrome-extension:\/\/[a-p]{32}\/background\.js$/.test(worker.url());

/**
 * The browser ends a worker that has nothing to do. Playwright then waits for its return before it runs anything in it, so
 * something must happen that the worker listens to, such as a tab that closes.
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
 * The extension may not see the addresses of tabs, and the protocol does not say which tab a page is in. Only an address
 * that no other page has brings the three names of a tab together.
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
  if (tabId === undefined) throw new Error('Chromium opened a tab without a name.');
  return { page, tabId, close: () => page.close() };
}

async function findTarget(session: CDPSession, url: string): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const [target, ...others] = targetInfos.filter((candidate) => candidate.url === url);
  if (target === undefined || others.length > 0)
    throw new Error(`Not one tab but ${others.length + (target ? 1 : 0)} show ${url}.`);
  return target.targetId;
}
