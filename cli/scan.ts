/** `npm run scan -- URL|FILE|- …`: reads any number of pages with the extension, and prints or exports the results. */
import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import type { PageOutcome } from '../lib/audits/entry.ts';
import { buildToTemporaryFolder, root } from './browser/build.ts';
import { SandboxError, sandboxFor } from './browser/sandbox.ts';
import { temporaryFolder } from './browser/temporary-folder.ts';
import { explainFailure } from './output/explain-failure.ts';
import { escapeLine, print, printError, runMain } from './output/terminal.ts';
import { openCrawl } from './scan/crawl.ts';
import { exportWords } from './scan/export-texts.ts';
import { distinctPageRequests, type IndexedTarget, pageRequestOf, targetsOfPart } from './scan/page-request.ts';
import { entryOf, type PrintedPage, printedPageOf } from './scan/page-result.ts';
import { printerOf } from './scan/print-result.ts';
import { readTargets } from './scan/read-targets.ts';
import { openResults, type Results } from './scan/results.ts';
import { openRunFolder, type RunFolder } from './scan/run-folder.ts';
import { readScanOptions, type ScanOptions, usage } from './scan/scan-options.ts';
import { type ExportedSite, outputFault, writeExport } from './scan/write-export.ts';

/** Pages of the web are slow, and many add content after they have loaded. */
const timeouts = { lateMs: 3_000, answerMs: 10_000 };

/**
 * Signals that end a run, and the exit status of each. The process exits at once: pages that fail because their browser closes
 * would give false results. Earlier results are already in the results file. The browser ends with the process.
 */
const exitStatuses = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

async function main(args: string[]): Promise<number> {
  process.once('SIGHUP', () => process.exit(exitStatuses.SIGHUP));
  process.once('SIGINT', () => process.exit(exitStatuses.SIGINT));
  process.once('SIGTERM', () => process.exit(exitStatuses.SIGTERM));
  const options = readScanOptions(args);
  if (options === 'help') {
    print(`${usage}\n`);
    return 0;
  }
  if ('fault' in options) {
    printError(`${escapeLine`${options.fault}`}\n${usage}`);
    return 2;
  }
  if (options.out !== null) {
    const fault = await outputFault(options.out.file);
    if (fault !== null) {
      printError(escapeLine`${fault}`);
      return 2;
    }
  }
  const read = await readTargets(options.references, async () => new Blob([await arrayBuffer(process.stdin)]));
  for (const remark of read.remarks) printError(escapeLine`${remark}`);
  const targets = targetsOfPart(read.targets, options.part);
  let folder: RunFolder;
  try {
    folder = await openRunFolder(options.run ?? temporaryFolder('run'));
  } catch (error) {
    printError(escapeLine`${explainFailure(error)}`);
    return 2;
  }
  const results = await openResults(folder.results);
  try {
    return await readAndPrint(options, targets, results, await prepareCrawl(options, targets, results));
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    printError(error.message);
    return 2;
  } finally {
    await results.close();
    await folder.release();
  }
}

/** Reads what is not known yet, and says of each target in turn what is known, while the others are still being read. */
async function readAndPrint(
  order: ScanOptions,
  targets: readonly IndexedTarget[],
  results: Results,
  crawlMissing: () => Promise<void>,
): Promise<number> {
  const startedAt = new Date();
  const work = crawlMissing();
  // The work is awaited below. Until then, a failure rejects the promises of pending results.
  work.catch((error: unknown) => results.fail(error));
  const printer = order.out === null ? printerOf(order.print) : null;
  const outcomeCounts = new Map<PageOutcome['state'], number>();
  let failures = 0;
  print(printer?.begin() ?? '');
  for (const { target } of targets) {
    const outcome = await printedPageFor(target, results);
    if (outcome.ending !== null)
      outcomeCounts.set(outcome.ending.state, (outcomeCounts.get(outcome.ending.state) ?? 0) + 1);
    if (outcome.state === 'failed') {
      failures += 1;
      printError(escapeLine`${outcome.url}: ${outcome.error}`);
    }
    print(printer?.page(outcome) ?? '');
  }
  await work;
  print(printer?.end() ?? '');
  if (order.out !== null) await writeExportFile(order, order.out, targets, results, startedAt, outcomeCounts);
  return failures > 0 ? 1 : 0;
}

/** Prepares a crawl of the pages without a result. Returns a function that runs it. */
async function prepareCrawl(
  { concurrency, retries, limitMs, mayLackSandbox }: ScanOptions,
  targets: readonly IndexedTarget[],
  results: Results,
): Promise<() => Promise<void>> {
  const requests = distinctPageRequests(targets).filter(({ key }) => !results.has(key));
  if (requests.length === 0) return async () => {};
  const areSamples = requests.every(({ file }) => file !== null && isSample(file));
  const sandbox = areSamples ? 'wanted' : sandboxFor(mayLackSandbox);
  const extension = await buildToTemporaryFolder('chrome');
  const options = { extension, sandbox, concurrency, retries, timeouts: { ...timeouts, loadMs: limitMs } };
  return (await openCrawl(requests, results, options)).run;
}

/** Whether a file is a page of the project's sample sites. */
function isSample(file: string): boolean {
  const place = realpathSync(file);
  return place.startsWith(join(realpathSync(root), 'tests', 'sites') + sep);
}

async function printedPageFor(target: IndexedTarget['target'], results: Results): Promise<PrintedPage> {
  const request = pageRequestOf(target);
  if (request !== null) return printedPageOf(target.asked, await results.whenKnown(request.key));
  const error = 'fault' in target ? target.fault : 'not an address';
  return { url: target.asked, state: 'failed', finalUrl: null, numbers: [], error, ending: null };
}

/** Writes the export file, and prints how many sites of each outcome it has. Lines that name no page are left out. */
async function writeExportFile(
  { concurrency, retries, limitMs, references }: ScanOptions,
  { file, format }: NonNullable<ScanOptions['out']>,
  targets: readonly IndexedTarget[],
  results: Results,
  startedAt: Date,
  endings: ReadonlyMap<PageOutcome['state'], number>,
): Promise<void> {
  const words = exportWords(process.env);
  const sites = targets.filter(({ target }) => pageRequestOf(target) !== null);
  const id = randomUUID();
  const audit = {
    id,
    name: references.join(' ').slice(0, 200),
    createdAt: startedAt.toISOString(),
    state: 'done' as const,
    options: { concurrency, limitMs, retries, lookFurther: false },
    size: sites.length,
  };
  async function* each(): AsyncGenerator<ExportedSite> {
    for (const { place, target } of sites) {
      const request = pageRequestOf(target);
      if (request === null) continue;
      const result = await results.whenKnown(request.key);
      const { asked } = target;
      yield { entry: entryOf(id, place, asked, result), report: result.report, outcome: printedPageOf(asked, result) };
    }
  }
  const source = { audit, tool: thisTool(), exportedAt: new Date().toISOString(), sites: each };
  const { cutCells } = await writeExport(file, format, source, words);
  const counts = [...endings].map(([state, count]) => `${state} ${count}`);
  print(escapeLine`${file}: ${sites.length} sites: ${counts.join(', ')}\n`);
  if (cutCells > 0)
    printError(escapeLine`${file}: ${cutCells} cells hold more than a spreadsheet takes; each says so.`);
}

function thisTool(): { name: string; version: string } {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { name: 'ICP Lens', version };
}

await runMain(main);
