import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import { enterWorld } from './extension-world.ts';
import { heapBytes } from './page-cost.ts';
import { round, rounded } from './result.ts';
import type { BenchContext } from './scan-cost.ts';
import { spreadOf } from './statistics.ts';

const elements = 10_000;
/** Scans kept at a time: what one keeps is too little to tell from the noise of a heap. */
const scans = 100;
const samples = 5;

/** What a scan keeps of a page in the script's memory until the next: for each number, its text and where it stands. */
export async function benchMemory(browser: BrowserSession, { addressOf, probes, print }: BenchContext): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(addressOf(elements, true));
  const { call, session } = await enterWorld(browser, page, probes);
  let blocks = 0;
  const freed: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    blocks = await call('keepScans', scans);
    const kept = await heapBytes(session);
    await call('dropScans');
    freed.push((kept - (await heapBytes(session))) / scans);
  }
  await page.close();
  const bytes = spreadOf(freed);
  print({
    bench: 'memory kept after a scan',
    elements,
    blocks,
    scans,
    bytesEachScan: rounded(bytes),
    bytesEachNumber: round(bytes.median / blocks),
  });
}
