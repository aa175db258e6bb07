/**
 * `npm run bench`: what the scan costs in a real browser, with the built extension loaded, and what the extension adds to
 * every page. Prints a JSON line for each measurement; those with a target say whether it is met.
 *
 * Times differ between machines and moments, so each is set against another way to read the same page, measured in turn
 * within the same run. All run in the world of the content script, where access to the page costs what it costs the scan.
 *
 *   --check   exit status 1 where a target is missed; times on a busy machine are no reason for a check to fail by itself
 *   --chart   draws the chart of the README from this run
 *   --quick   pages up to 100 000 elements only
 *   --only    one part of it: core, workspace, files, memory, storm, code or scan
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildToTemporaryFolder, root } from '../cli/browser/build.ts';
import { openBrowser } from '../cli/browser/open-browser.ts';
import { serveLocally } from '../cli/servers/local-server.ts';
import { drawChart } from './bench/chart.ts';
import { benchCode } from './bench/code-cost.ts';
import { codeKinds, codePage } from './bench/code-page.ts';
import { benchCore, benchReports } from './bench/core.ts';
import { bundleProbes } from './bench/extension-world.ts';
import { benchFiles } from './bench/files.ts';
import { benchMemory } from './bench/memory.ts';
import { portalPage } from './bench/portal-page.ts';
import { type Result, round, target } from './bench/result.ts';
import { type BenchContext, benchScan } from './bench/scan-cost.ts';
import { benchStorm } from './bench/storm.ts';
import { benchWorkspace } from './bench/workspace.ts';
import { maxScriptBytes, scriptSize } from './script-size.ts';

const chartFile = 'docs/pictures/bench.svg';

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    chart: { type: 'boolean' },
    quick: { type: 'boolean' },
    only: { type: 'string' },
  },
});

const partNames = ['core', 'workspace', 'files', 'memory', 'storm', 'code', 'scan'] as const;
if (options.only !== undefined && !partNames.some((name) => name === options.only)) {
  console.error(`--only takes one of ${partNames.join(', ')}.`);
  process.exit(2);
}

const missed: Result[] = [];
const print = (result: Result): void => {
  console.log(JSON.stringify(result));
  if (result.target?.met === false) missed.push(result);
};

const extension = await buildToTemporaryFolder('chrome');
const pages = await serveLocally(async (path) => {
  const [, name, elements, numbers] = /^\/(\w+)\/(\d+)\/(with|without)$/.exec(path) ?? [];
  const kind = codeKinds.find((kind) => kind === name);
  const body = kind === undefined ? portalPage(Number(elements), numbers === 'with') : codePage(kind, Number(elements));
  return elements === undefined ? null : { type: 'text/html', body };
});
const browser = await openBrowser({ extension, loopbackOnly: true });
try {
  const chromium = browser.context.browser()?.version() ?? '';
  const processor = cpus()[0]?.model ?? '';
  print({ bench: 'machine', chromium, processor, cores: cpus().length, load: loadavg().map(round) });
  const { bytes, gzipBytes: gzip } = scriptSize(extension);
  print({ bench: 'size of the content script', bytes, gzip, target: target('gzip', gzip, maxScriptBytes) });
  const setting: BenchContext = {
    sizes: [1_000, 10_000, 100_000, ...(options.quick ? [] : [1_000_000])],
    addressOf: (elements, numbers) => `${pages.url}portal/${elements}/${numbers ? 'with' : 'without'}`,
    probes: await bundleProbes(),
    print,
  };
  const parts: Record<(typeof partNames)[number], () => unknown> = {
    core: () => {
      benchCore(print);
      benchReports(print);
    },
    workspace: () => benchWorkspace(browser, print),
    files: () => benchFiles(browser, print),
    memory: () => benchMemory(browser, setting),
    storm: () => benchStorm(browser, setting),
    code: () => benchCode(browser, (kind, elements) => `${pages.url}${kind}/${elements}/with`, setting),
    scan: async () => {
      const points = await benchScan(browser, setting);
      if (options.chart) writeFileSync(join(root, chartFile), drawChart(points, { chromium, date: new Date() }));
    },
  };
  for (const name of partNames) if (name === (options.only ?? name)) await parts[name]();
  print({ bench: 'end', load: loadavg().map(round), missed: missed.length });
} finally {
  await browser.close();
  await pages.close();
}
for (const { bench, step, elements, numbers, target } of missed) {
  console.error(`Missed: ${JSON.stringify({ bench, step, elements, numbers, ...target })}`);
}
if (options.check && missed.length > 0) process.exitCode = 1;
