/**
 * `npm run extract -- IN.jsonl OUT.jsonl`: has the extension read pages given as `{"id", "html"}`, one a line, and writes
 * `{"id", "numbers"}` for each, in their order.
 */
import { open, readFile } from 'node:fs/promises';
import { buildPrivately } from '../browser/build.ts';
import type { PlainNumber } from '../browser/numbers.ts';
import { type LensBrowser, openBrowser, type Tab } from '../browser/open-browser.ts';
import { serveLocally } from '../sites/local-server.ts';
import { explainFailure } from './explain-failure.ts';
import { inOrder } from './in-order.ts';
import { type PageLine, readPageLines } from './page-lines.ts';
import { readPage } from './read-page.ts';

/** Pages open at a time. */
const lanes = 4;
/** Pages come from this machine and are given nothing from elsewhere: what takes longer hangs. */
const patience = { loadMs: 10_000, lateMs: 0, answerMs: 10_000 };

/** A line of the output, `null` where the input names no page, and what to tell of it, `null` where all went well. */
type Outcome = { entry: { id: string; numbers: PlainNumber[]; error?: string } | null; complaint: string | null };

async function main(args: string[]): Promise<number> {
  const [from, to, ...others] = args;
  if (from === undefined || to === undefined || others.length > 0 || args.some((arg) => arg.startsWith('-'))) {
    console.error('Usage: npm run extract -- IN.jsonl OUT.jsonl');
    return 2;
  }
  let lines: PageLine[];
  try {
    lines = readPageLines(await readFile(from, 'utf8'));
  } catch (error) {
    console.error(`${from}: cannot be read: ${explainFailure(error)}`);
    return 1;
  }
  const out = await open(to, 'w').catch((error: unknown) => {
    console.error(`${to}: cannot be written: ${explainFailure(error)}`);
    return null;
  });
  if (out === null) return 1;
  let complaints = 0;
  const browser = lines.some(({ html }) => html !== null) ? await openBuilt() : null;
  // A tab that has read a page well serves for the next: opening one takes as long as reading a page.
  const idle: Tab[] = [];
  try {
    for await (const { entry, complaint } of inOrder(lines, lanes, (line) => answer(browser, idle, line))) {
      if (entry !== null) await out.write(`${JSON.stringify(entry)}\n`);
      if (complaint === null) continue;
      complaints += 1;
      console.error(`${from}:${complaint}`);
    }
  } finally {
    await out.close();
    await browser?.close();
  }
  return complaints === 0 ? 0 : 1;
}

async function openBuilt(): Promise<LensBrowser> {
  return openBrowser({ extension: await buildPrivately('chrome'), loopbackOnly: true });
}

async function answer(browser: LensBrowser | null, idle: Tab[], page: PageLine): Promise<Outcome> {
  if (page.html === null) {
    const { line, id, fault } = page;
    const entry = id === null ? null : { id, numbers: [], error: fault };
    return { entry, complaint: `${line}: ${id === null ? '' : `${id}: `}${fault}` };
  }
  const { line, id, html } = page;
  if (browser === null) throw new Error('There is a page, but no browser was opened.');
  const server = await serveLocally(async (path) =>
    path === '/' ? { type: 'text/html; charset=utf-8', body: html } : null,
  );
  try {
    const tab = idle.pop() ?? (await browser.openTab());
    const reading = await readPage(browser, tab, server.url, patience);
    if (reading.state !== 'failed') {
      idle.push(tab);
      return { entry: { id, numbers: reading.numbers }, complaint: null };
    }
    await tab.close();
    return { entry: { id, numbers: [], error: reading.error }, complaint: `${line}: ${id}: ${reading.error}` };
  } finally {
    await server.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
