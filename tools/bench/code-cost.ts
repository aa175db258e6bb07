import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import { type CodeKind, codeKinds, codeNumbers } from './code-page.ts';
import { enterWorld } from './extension-world.ts';
import { round, rounded, target } from './result.ts';
import type { BenchContext } from './scan-cost.ts';
import { growthOf, spreadOf } from './statistics.ts';

const sizes = [5_000, 15_000, 60_000];
const samples = 5;
const longestTaskMs = 50;
const maxGrowth = 1.1;

/**
 * What a scan costs on pages of code, logs and differences: how long it keeps the main thread at most, and how its time grows
 * with the page.
 *
 * @throws Error where the scan does not find the numbers of a page.
 */
export async function benchCode(
  browser: BrowserSession,
  addressOf: (kind: CodeKind, elements: number) => string,
  { probes, print }: BenchContext,
): Promise<void> {
  for (const kind of codeKinds) {
    const points: { size: number; time: number }[] = [];
    for (const size of sizes) {
      const page = await browser.context.newPage();
      await page.goto(addressOf(kind, size), { timeout: 180_000 });
      const world = await enterWorld(browser, page, probes);
      const { texts, ...made } = await world.call('inventory');
      const missing = codeNumbers
        // Of more texts than are asked, those in the middle are left out, and the scan says so.
        .slice(made.capped ? 1 : 0)
        .filter((number) => !texts.some((text) => text.includes(number)));
      if (missing.length > 0) throw new Error(`On a page of ${kind} of ${made.elements} elements: ${missing}`);
      const pairs = await world.call('compare', 'textContent', samples, 1);
      const scan = spreadOf(pairs.map(({ scanMs }) => scanMs));
      points.push({ size: made.elements, time: scan.median });
      const { longestMs, longTasks } = await world.call('longestStretches', samples);
      const longest = spreadOf(longestMs);
      print({
        bench: 'longest task of a scan',
        kind,
        ...made,
        scanMs: rounded(scan),
        longestMs: rounded(longest),
        // The browser's own count, of tasks over 50 ms by whatever runs in the page.
        longTasks,
        target: target('longestMs.median', longest.median, longestTaskMs),
      });
      await page.close();
    }
    const growth = growthOf(points);
    print({
      bench: 'growth of a scan',
      kind,
      elements: points.map(({ size }) => size),
      scanMs: points.map(({ time }) => round(time)),
      exponent: round(growth),
      target: target('exponent', growth, maxGrowth),
    });
  }
}
