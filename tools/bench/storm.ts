import type { BrowserSession } from '../../cli/browser/open-browser.ts';
import { round, target } from './result.ts';
import type { BenchContext } from './scan-cost.ts';

/** Elements of the page: as many as the home pages of large portals have. */
const elements = 5_000;
const changesPerSecond = 1_000;
const seconds = 10;
const maxShare = 0.02;
const samplingUs = 200;

/**
 * What share of the main thread the extension's script takes while a page changes all the time. Chromium's sampling profiler
 * tells: time counts as the script's wherever one of its functions is on the stack, so the browser's work that it asks for
 * (reading text, styles, layout) is included, and so is what profiling adds.
 *
 * @throws Error where the profile does not know the script: then nothing was measured.
 */
export async function benchStorm(browser: BrowserSession, { addressOf, print }: BenchContext): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(addressOf(elements, true));
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: samplingUs });
  await session.send('Profiler.start');
  const { changes, lastedMs } = await page.evaluate(storm, { changesPerSecond, seconds });
  const { profile } = await session.send('Profiler.stop');
  await page.close();

  const parents = new Map<number, number>();
  for (const { id, children = [] } of profile.nodes) for (const child of children) parents.set(child, id);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const isOurs = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      if (nodes.get(at)?.callFrame.url.startsWith(`chrome-extension://${browser.extensionId}/`)) return true;
    }
    return false;
  };
  const time = { ours: 0, idle: 0, all: 0 };
  const { samples = [], timeDeltas = [] } = profile;
  for (const [index, id] of samples.entries()) {
    const us = timeDeltas[index] ?? 0;
    time.all += us;
    if (isOurs(id)) time.ours += us;
    if (nodes.get(id)?.callFrame.functionName === '(idle)') time.idle += us;
  }
  if (time.ours === 0) throw new Error("The extension's script is not in the profile of the page.");
  print({
    bench: 'storm of changes',
    method: 'sampling profiler, stacks with a function of the content script',
    elements,
    changesPerSecond: round((changes / lastedMs) * 1000),
    seconds: round(lastedMs / 1000),
    share: round(time.ours / time.all),
    busyShare: round(1 - time.idle / time.all),
    samples: samples.length,
    target: target('share', time.ours / time.all, maxShare),
  });
}

/** In the page: changes texts, classes and elements in turn, so many each second. */
function storm({ changesPerSecond, seconds }: { changesPerSecond: number; seconds: number }) {
  const counts = [...document.querySelectorAll('em')];
  const items = [...document.querySelectorAll('li')];
  let changes = 0;
  const start = performance.now();
  return new Promise<{ changes: number; lastedMs: number }>((resolve) => {
    const timer = setInterval(() => {
      const lastedMs = performance.now() - start;
      const due = (Math.min(lastedMs, seconds * 1000) * changesPerSecond) / 1000;
      for (; changes < due; changes++) {
        const count = counts[changes % counts.length];
        const item = items[changes % items.length];
        if (changes % 4 === 0) count?.replaceChildren(String(changes));
        else if (changes % 4 === 1) item?.classList.toggle('new');
        else if (changes % 4 === 2) item?.parentElement?.append(item.cloneNode(true));
        else item?.parentElement?.lastElementChild?.remove();
      }
      if (lastedMs < seconds * 1000) return;
      clearInterval(timer);
      resolve({ changes, lastedMs });
    });
  });
}
