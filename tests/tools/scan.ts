/** `npm run scan -- URL|FILE|- …`: has the extension read pages and says what it found. */
import { basename, dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { worstOf } from '../../lib/audit/checks.ts';
import { type CsvCell, csvLines } from '../../lib/report/csv.ts';
import { buildPrivately } from '../browser/build.ts';
import { type LensBrowser, openBrowser } from '../browser/open-browser.ts';
import { serveFolder } from '../sites/serve-folder.ts';
import { explainFailure } from './explain-failure.ts';
import { inOrder } from './in-order.ts';
import { numberTable, type TableEntry } from './number-table.ts';
import { type Reading, readPage } from './read-page.ts';
import { readTargets, type Target } from './read-targets.ts';

const usage = `Usage: npm run scan -- [--json | --csv] URL|FILE|- …
  URL   an address; a bare host gets https://
  FILE  a page (.html), or a list of addresses, one a line; # begins a comment
  -     a list of addresses on standard input`;
/** Pages open at a time. */
const lanes = 4;
/** The web is slow, and pages add to themselves after they have loaded. */
const patience = { loadMs: 30_000, lateMs: 3_000, answerMs: 10_000 };

type Format = 'table' | 'json' | 'csv';
type Outcome = { url: string } & Reading;

async function main(args: string[]): Promise<number> {
  const order = orderOf(args);
  if (typeof order === 'string') {
    console.error(`${order}\n${usage}`);
    return 2;
  }
  const targets = await readTargets(order.references, () => text(process.stdin));
  const browser = targets.some((target) => !('fault' in target))
    ? await openBrowser({ extension: await buildPrivately('chrome') })
    : null;
  const outcomes: Outcome[] = [];
  if (order.format === 'csv') process.stdout.write(csvLines([columns]));
  try {
    for await (const outcome of inOrder(targets, lanes, (target) => read(browser, target))) {
      outcomes.push(outcome);
      if (order.format === 'json') process.stdout.write(`${JSON.stringify(outcome)}\n`);
      if (order.format === 'csv') process.stdout.write(csvLines(rowsOf(outcome)));
      if (outcome.state === 'failed') console.error(`${outcome.url}: ${outcome.error}`);
    }
  } finally {
    await browser?.close();
  }
  if (order.format === 'table') console.log(numberTable(outcomes.map(tableEntry)));
  return outcomes.some(({ state }) => state === 'failed') ? 1 : 0;
}

/** What the arguments ask for, or what is wrong with them. */
function orderOf(args: string[]): { references: string[]; format: Format } | string {
  try {
    const options = { json: { type: 'boolean' }, csv: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length === 0) return 'No page was named.';
    if (values.json && values.csv) return 'Give either --json or --csv.';
    return { references: positionals, format: values.json ? 'json' : values.csv ? 'csv' : 'table' };
  } catch (error) {
    return explainFailure(error);
  }
}

async function read(browser: LensBrowser | null, target: Target): Promise<Outcome> {
  const url = target.asked;
  if ('fault' in target) return { url, state: 'failed', finalUrl: null, numbers: [], error: target.fault };
  if (browser === null) throw new Error('There is a page, but no browser was opened.');
  if ('address' in target) return { url, ...(await readAt(browser, target.address)) };
  // Extensions do not run in pages of the file system.
  const server = await serveFolder(dirname(resolve(target.file)));
  try {
    return { url, ...(await readAt(browser, server.url + encodeURIComponent(basename(target.file)))) };
  } finally {
    await server.close();
  }
}

async function readAt(browser: LensBrowser, address: string): Promise<Reading> {
  const tab = await browser.openTab();
  try {
    return await readPage(browser, tab, address, patience);
  } finally {
    await tab.close();
  }
}

const columns = ['url', 'finalUrl', 'state', 'error', 'kind', 'canonical', 'raw', 'status', 'hidden', 'role'] as const;

/** A row for each number, or one for a page that has none. */
function rowsOf(outcome: Outcome): CsvCell[][] {
  const { url, finalUrl, state, numbers } = outcome;
  const page = [url, finalUrl, state, outcome.state === 'failed' ? outcome.error : null];
  if (numbers.length === 0) return [[...page, null, null, null, null, null, null]];
  return numbers.map(({ kind, canonical, raw, status, hidden, role }) => [
    ...page,
    kind,
    canonical,
    raw,
    status,
    hidden,
    role,
  ]);
}

function tableEntry(outcome: Outcome): TableEntry {
  const remark = outcome.state === 'failed' ? `failed: ${outcome.error}` : 'no number found';
  const worst = 'checks' in outcome ? worstOf(outcome.checks) : null;
  return { name: outcome.url, numbers: outcome.numbers, remark, worst };
}

process.exitCode = await main(process.argv.slice(2));
