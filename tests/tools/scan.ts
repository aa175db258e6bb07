/** `npm run scan -- URL|FILE|- …`: has the extension read pages, ten or ten thousand, and says what it found. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import type { Ending } from '../../lib/audit/entry.ts';
import { buildPrivately, root } from '../browser/build.ts';
import { scratchFolder } from '../browser/scratch-folder.ts';
import { explainFailure } from './explain-failure.ts';
import { readTargets } from './read-targets.ts';
import { crawl } from './scan/crawl.ts';
import { exportWords } from './scan/export-words.ts';
import { entryOf, type Outcome, outcomeOf } from './scan/page-result.ts';
import { printerOf } from './scan/print-outcome.ts';
import { openResults, type Results } from './scan/results.ts';
import { openRunFolder, type RunFolder } from './scan/run-folder.ts';
import { readOrder, type ScanOrder, usage } from './scan/scan-order.ts';
import { jobOf, jobsOf, type PlacedTarget, targetsOfPart } from './scan/scan-target.ts';
import { type ExportedSite, faultOfOutput, writeExport } from './scan/write-export.ts';

/** The web is slow, and pages add to themselves after they have loaded. */
const patience = { lateMs: 3_000, answerMs: 10_000 };

/**
 * Signals that end a run, and the exit status of each. At once, for in a browser that closes pages end in ways that say
 * nothing of them; what was read is in the file of results by then, and the browser goes with the process.
 */
const exitStatuses = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

async function main(args: string[]): Promise<number> {
  process.once('SIGHUP', () => process.exit(exitStatuses.SIGHUP));
  process.once('SIGINT', () => process.exit(exitStatuses.SIGINT));
  process.once('SIGTERM', () => process.exit(exitStatuses.SIGTERM));
  const order = readOrder(args);
  if (order === 'help') {
    console.log(usage);
    return 0;
  }
  if ('fault' in order) {
    console.error(`${order.fault}\n${usage}`);
    return 2;
  }
  if (order.out !== null) {
    const fault = await faultOfOutput(order.out.file);
    if (fault !== null) {
      console.error(fault);
      return 2;
    }
  }
  const read = await readTargets(order.references, async () => new Blob([await arrayBuffer(process.stdin)]));
  for (const remark of read.remarks) console.error(remark);
  const targets = targetsOfPart(read.targets, order.part);
  let folder: RunFolder;
  try {
    folder = await openRunFolder(order.run ?? scratchFolder('run'));
  } catch (error) {
    console.error(explainFailure(error));
    return 2;
  }
  const results = await openResults(folder.results);
  try {
    return await readAndTell(order, targets, results);
  } finally {
    await results.close();
    await folder.letGo();
  }
}

/** Reads what is not known yet, and says of each target in turn what is known, while the others are still being read. */
async function readAndTell(order: ScanOrder, targets: readonly PlacedTarget[], results: Results): Promise<number> {
  const startedAt = new Date();
  const work = readMissing(order, targets, results);
  // It is waited for below; until then a failure reaches those who wait for results.
  work.catch((error: unknown) => results.fail(error));
  const printer = order.out === null ? printerOf(order.print) : null;
  const endings = new Map<Ending['state'], number>();
  let failures = 0;
  process.stdout.write(printer?.begin() ?? '');
  for (const { target } of targets) {
    const outcome = await outcomeFor(target, results);
    if (outcome.ending !== null) endings.set(outcome.ending.state, (endings.get(outcome.ending.state) ?? 0) + 1);
    if (outcome.state === 'failed') {
      failures += 1;
      console.error(`${outcome.url}: ${outcome.error}`);
    }
    process.stdout.write(printer?.page(outcome) ?? '');
  }
  await work;
  process.stdout.write(printer?.end() ?? '');
  if (order.out !== null) await writeOut(order, order.out, targets, results, startedAt, endings);
  return failures > 0 ? 1 : 0;
}

async function readMissing(order: ScanOrder, targets: readonly PlacedTarget[], results: Results): Promise<void> {
  const jobs = jobsOf(targets).filter(({ key }) => !results.has(key));
  if (jobs.length === 0) return;
  const { lanes, retries, limitMs } = order;
  const extension = await buildPrivately('chrome');
  await crawl(jobs, results, { extension, lanes, retries, patience: { ...patience, loadMs: limitMs } });
}

async function outcomeFor(target: PlacedTarget['target'], results: Results): Promise<Outcome> {
  const job = jobOf(target);
  if (job !== null) return outcomeOf(target.asked, await results.whenKnown(job.key));
  const error = 'fault' in target ? target.fault : 'not an address';
  return { url: target.asked, state: 'failed', finalUrl: null, numbers: [], error, ending: null };
}

/** Writes the file that was asked for, and says how many sites of each ending are in it. Lines that name no page are not. */
async function writeOut(
  { lanes, retries, limitMs, references }: ScanOrder,
  { file, format }: NonNullable<ScanOrder['out']>,
  targets: readonly PlacedTarget[],
  results: Results,
  startedAt: Date,
  endings: ReadonlyMap<Ending['state'], number>,
): Promise<void> {
  const words = exportWords(process.env);
  const sites = targets.filter(({ target }) => jobOf(target) !== null);
  const id = randomUUID();
  const audit = {
    id,
    name: references.join(' ').slice(0, 200),
    createdAt: startedAt.toISOString(),
    state: 'done' as const,
    options: { lanes, limitMs, retries, lookFurther: false },
    size: sites.length,
  };
  async function* each(): AsyncGenerator<ExportedSite> {
    for (const { place, target } of sites) {
      const job = jobOf(target);
      if (job === null) continue;
      const result = await results.whenKnown(job.key);
      const { asked } = target;
      yield { entry: entryOf(id, place, asked, result), report: result.report, outcome: outcomeOf(asked, result) };
    }
  }
  const source = { audit, tool: toolHere(), exportedAt: new Date().toISOString(), sites: each };
  const { cutCells } = await writeExport(file, format, source, words);
  const counts = [...endings].map(([state, count]) => `${state} ${count}`);
  console.log(`${file}: ${sites.length} sites: ${counts.join(', ')}`);
  if (cutCells > 0) console.error(`${file}: ${cutCells} cells hold more than a spreadsheet takes; each says so.`);
}

function toolHere(): { name: string; version: string } {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { name: 'ICP Lens', version };
}

process.exitCode = await main(process.argv.slice(2));
