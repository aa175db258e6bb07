import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import { enterWorld } from './extension-world.ts';
import { footerNumbers } from './portal-page.ts';
import type { Baseline } from './probes.ts';
import { type Result, round, rounded, target } from './result.ts';
import { growthOf, spreadOf } from './statistics.ts';

/** Elements read in one sample at least: small pages are read again and again, since the clock is too coarse for one time. */
const elementsEach = 100_000;
/** The most that a scan may cost, in passes over `textContent`, on large pages. */
const maxPasses = { without: 1.5, with: 2 };
const largeElements = 100_000;
const maxGrowth = 1.1;
const longestTaskMs = 50;

/** A rival, and pairs of measurements: the scan and the rival in turn. The quick reader deserves more than the slow. */
const rivals: readonly (readonly [Baseline, number])[] = [
  ['textContent', 9],
  ['innerText', 5],
  ['tree walker', 5],
];

/** Medians in milliseconds of one page without numbers, for the chart. */
export type Point = { elements: number } & Record<'scan' | Baseline, number>;

/**
 * What a scan costs on pages of these sizes, with and without numbers, against other ways to read a page; how it grows; and
 * how long it keeps the main thread at most.
 *
 * @throws Error where the scan does not find the numbers of a page, or finds some where there are none.
 */
export async function benchScan(
  browser: BrowserSession,
  { sizes, addressOf, probes, print }: BenchContext,
): Promise<Point[]> {
  const points: Point[] = [];
  for (const size of sizes) {
    for (const numbers of [false, true]) {
      const page = await browser.context.newPage();
      await page.goto(addressOf(size, numbers), { timeout: 180_000 });
      const world = await enterWorld(browser, page, probes);
      const { texts, ...made } = await world.call('inventory');
      const missing = footerNumbers.filter((number) => texts.some((text) => text.includes(number)) !== numbers);
      if (missing.length > 0) {
        throw new Error(`On a page of ${made.elements} elements ${numbers ? 'with' : 'without'} numbers: ${missing}`);
      }
      const medians = new Map<'scan' | Baseline, number>();
      for (const [rival, samples] of rivals) {
        const pairs = await world.call('compare', rival, samples, Math.ceil(elementsEach / size));
        const scan = spreadOf(pairs.map(({ scanMs }) => scanMs));
        const other = spreadOf(pairs.map(({ rivalMs }) => rivalMs));
        const ratio = spreadOf(pairs.map(({ scanMs, rivalMs }) => scanMs / rivalMs));
        const isHeld = rival === 'textContent' && size >= largeElements;
        medians.set(rival, other.median);
        if (rival === 'textContent') medians.set('scan', scan.median);
        print({
          bench: `scan against ${rival}`,
          ...made,
          numbers,
          scanMs: rounded(scan),
          otherMs: rounded(other),
          ratio: rounded(ratio),
          ratioOfMedians: round(scan.median / other.median),
          ratioOfLowest: round(scan.lowest / other.lowest),
          ...(isHeld && { target: target('ratio.median', ratio.median, maxPasses[numbers ? 'with' : 'without']) }),
        });
      }
      const { longestMs, longTasks } = await world.call('longestStretches', 5);
      const longest = spreadOf(longestMs);
      print({
        bench: 'longest task of a scan',
        elements: made.elements,
        numbers,
        longestMs: rounded(longest),
        // The browser's own count, of tasks over 50 ms by whatever runs in the page.
        longTasks,
        target: target('longestMs.median', longest.median, longestTaskMs),
      });
      const median = (name: 'scan' | Baseline): number => medians.get(name) ?? Number.NaN;
      if (!numbers) {
        points.push({
          elements: made.elements,
          scan: median('scan'),
          textContent: median('textContent'),
          innerText: median('innerText'),
          'tree walker': median('tree walker'),
        });
      }
      await page.close();
    }
  }
  const large = points.filter(({ elements }) => elements > 5_000);
  const growth = growthOf(large.map(({ elements, scan }) => ({ size: elements, time: scan })));
  print({
    bench: 'growth of a scan',
    elements: large.map(({ elements }) => elements),
    scanMs: large.map(({ scan }) => round(scan)),
    exponent: round(growth),
    target: target('exponent', growth, maxGrowth),
  });
  return points;
}

/** What all measurements in the browser need. */
export type BenchContext = {
  sizes: readonly number[];
  /** The address of a page of so many elements, with numbers or without. */
  addressOf: (elements: number, numbers: boolean) => string;
  /** The bundled probes. */
  probes: string;
  print: (result: Result) => void;
};
