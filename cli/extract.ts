/**
 * `npm run extract -- IN.jsonl OUT.jsonl`: finds the numbers of pages with the extension. Each line of the input is a page,
 * `{"id", "html"}`. Each line of the output is its result, `{"id", "numbers"}`, in the same order.
 */

import { open, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { jsonText } from '../lib/export/json-text.ts';
import { buildToTemporaryFolder } from './browser/build.ts';
import { type BrowserSession, openBrowser, type Tab } from './browser/open-browser.ts';
import { SandboxError, type SandboxUse, sandboxFor, sandboxUsage } from './browser/sandbox.ts';
import { type PageLine, readPageLines } from './extract/page-lines.ts';
import { explainFailure } from './output/explain-failure.ts';
import type { PrintedNumber } from './output/printed-numbers.ts';
import { escapeLine, print, printError, runMain } from './output/terminal.ts';
import { mapInOrder } from './pages/map-in-order.ts';
import { type IsolatedPage, readIsolatedPage } from './pages/read-isolated-page.ts';
import { type IsolatedPageServer, serveIsolatedPages } from './servers/isolated-page-server.ts';

const usage = `Usage: npm run extract -- [options] IN.jsonl OUT.jsonl
  IN.jsonl   lines of {"id", "html"}; each page has a host of its own and reaches nothing
  OUT.jsonl  a line of {"id", "numbers"} for each, in their order
Options:
  --help        says this
  --no-sandbox  ${sandboxUsage}`;

const options = { help: { type: 'boolean', short: 'h' }, 'no-sandbox': { type: 'boolean' } } as const;

/** How many pages are open at a time. */
const concurrency = 4;
/** The pages are on this machine and load nothing from elsewhere. A page that takes longer hangs. */
const timeouts = { loadMs: 10_000, lateMs: 0, answerMs: 10_000 };

/** `entry`: a line of the output; null if the input line names no page. `problem`: an error message; null if all went well. */
type ExtractedPage = { entry: { id: string; numbers: PrintedNumber[]; error?: string } | null; problem: string | null };

async function main(args: string[]): Promise<number> {
  const parsed = readOptions(args);
  if (parsed === 'help') {
    print(`${usage}\n`);
    return 0;
  }
  if (parsed === null) {
    printError(usage);
    return 2;
  }
  const { from, to, sandbox } = parsed;
  let lines: PageLine[];
  try {
    lines = readPageLines(await readFile(from, 'utf8'));
  } catch (error) {
    printError(escapeLine`${from}: cannot be read: ${explainFailure(error)}`);
    return 1;
  }
  const pages = await serveIsolatedPages();
  try {
    const browser = lines.some(({ html }) => html !== null) ? await buildAndOpen(pages, sandbox) : null;
    try {
      return await extractAll(from, to, lines, (idleTabs, page) => answer(browser, pages, idleTabs, page));
    } finally {
      await browser?.close();
    }
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    printError(error.message);
    return 2;
  } finally {
    await pages.close();
  }
}

/** Parses the arguments. Null if they are invalid. */
function readOptions(args: string[]): { from: string; to: string; sandbox: SandboxUse } | 'help' | null {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'help';
    const [from, to, ...others] = positionals;
    if (from === undefined || to === undefined || others.length > 0) return null;
    return { from, to, sandbox: sandboxFor(values['no-sandbox'] ?? false) };
  } catch {
    return null;
  }
}

async function buildAndOpen(pages: IsolatedPageServer, sandbox: SandboxUse): Promise<BrowserSession> {
  const extension = await buildToTemporaryFolder('chrome');
  return openBrowser({ extension, onlyServer: pages, closeOthers: true, sandbox });
}

/** Writes the result of each line, and prints problems to standard error. Returns the exit status. */
async function extractAll(
  from: string,
  to: string,
  lines: readonly PageLine[],
  answer: (idle: Tab[], line: PageLine) => Promise<ExtractedPage>,
): Promise<number> {
  const out = await open(to, 'w').catch((error: unknown) => {
    printError(escapeLine`${to}: cannot be written: ${explainFailure(error)}`);
    return null;
  });
  if (out === null) return 1;
  let problemCount = 0;
  // A tab is reused after a page was read without failure, because opening a tab takes as long as reading a page.
  const idle: Tab[] = [];
  try {
    for await (const { entry, problem } of mapInOrder(lines, concurrency, (each) => answer(idle, each))) {
      if (entry !== null) await out.write(`${jsonText(entry)}\n`);
      if (problem === null) continue;
      problemCount += 1;
      printError(escapeLine`${from}:${problem}`);
    }
  } finally {
    await out.close();
  }
  return problemCount === 0 ? 0 : 1;
}

async function answer(
  browser: BrowserSession | null,
  pages: IsolatedPageServer,
  idle: Tab[],
  page: PageLine,
): Promise<ExtractedPage> {
  if (page.html === null) {
    const { line: place, id, fault } = page;
    const entry = id === null ? null : { id, numbers: [], error: fault };
    return { entry, problem: `${place}: ${id === null ? '' : `${id}: `}${fault}` };
  }
  const { line: place, id, html } = page;
  if (browser === null) throw new Error('There is a page, but no browser was opened.');
  const served = { type: 'text/html; charset=utf-8', body: html };
  const tab = idle.pop() ?? (await browser.openTab());
  const local: IsolatedPage = { path: '', answer: async (path) => (path === '/' ? served : null) };
  const reading = await readIsolatedPage(browser, pages, tab, local, timeouts);
  if (!tab.page.isClosed()) idle.push(tab);
  if (reading.state !== 'failed') return { entry: { id, numbers: reading.numbers }, problem: null };
  return { entry: { id, numbers: [], error: reading.error }, problem: `${place}: ${id}: ${reading.error}` };
}

await runMain(main);
