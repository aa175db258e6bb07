/**
 * `npm run extract -- IN.jsonl OUT.jsonl`: has the extension read pages given as `{"id", "html"}`, one a line, and writes
 * `{"id", "numbers"}` for each, in their order.
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

/** Pages open at a time. */
const concurrency = 4;
/** Pages come from this machine and are given nothing from elsewhere: what takes longer hangs. */
const timeouts = { loadMs: 10_000, lateMs: 0, answerMs: 10_000 };

/** A line of the output, `null` where the input names no page, and what to tell of it, `null` where all went well. */
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

/** What the arguments ask for; null where they are wrong. */
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

/** Writes the answer to each line, and says on standard error what went wrong. Gives the exit status. */
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
  // A tab that has read a page well serves for the next: opening one takes as long as reading a page.
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
