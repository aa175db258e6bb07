/**
 * The measurements that run beside the content script: this file is bundled and run in the extension's own world of a page,
 * where the browser gives the scan what it gives the real one, closed shadow roots included, and where every access to the
 * page's elements costs what it costs there.
 */
import { openRoot } from '../../lib/browser/page-messages.ts';
import { collect, type ScanResult } from '../../lib/scan/collect.ts';
import { run, type Timed } from '../../lib/scan/run.ts';

const scan = (): Promise<Timed<ScanResult>> => run(collect(document, openRoot));

/** Other ways to look for a number in a page; each gives whether there may be one. */
const rivals = {
  /** The least that any reader of a page must do. */
  textContent: () => document.body.textContent.includes('ICP备'),
  innerText: () => /ICP[备证]\s*\d+/.test(document.body.innerText),
  'tree walker': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.nodeValue ?? '');
    return /ICP[备证]\s*\d+/.test(texts.join(''));
  },
};

export type Rival = keyof typeof rivals;

/** What a page is made of, and what the scan gives of it, once the extension's own first scan is over. */
export async function inventory() {
  await rest();
  const { blocks, capped } = (await scan()).value;
  return {
    elements: document.querySelectorAll('*').length,
    characters: document.body.textContent.length,
    blocks: blocks.length,
    capped,
    texts: blocks.map(({ text }) => text),
  };
}

/** Times in milliseconds of one scan and one reading by the rival. */
export type Pair = { scanMs: number; rivalMs: number };

/**
 * Measures the scan and a rival in turns, the order alternated: each time is the mean of some repeats. Of the scan the time
 * counts that it keeps the main thread, summed over its slices.
 */
export async function compare(rival: Rival, samples: number, repeats: number): Promise<Pair[]> {
  let hits = 0;
  const timeScan = async (): Promise<number> => {
    let sum = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      touch();
      sum += (await scan()).busyMs;
    }
    return sum / repeats;
  };
  const timeRival = (): number => {
    const start = performance.now();
    // What nobody looks at might be left out by the engine.
    for (let repeat = 0; repeat < repeats; repeat++) hits += Number(rivals[rival]());
    return (performance.now() - start) / repeats;
  };
  const pairs: Pair[] = [];
  for (let sample = 0; sample < samples; sample++) {
    // What the one leaves to the garbage collector must not always be the other's to sweep.
    if (sample % 2 === 0) {
      const scanMs = await timeScan();
      pairs.push({ scanMs, rivalMs: timeRival() });
    } else {
      const rivalMs = timeRival();
      pairs.push({ scanMs: await timeScan(), rivalMs });
    }
  }
  if (hits % repeats !== 0) throw new Error('The page changed while it was measured.');
  return pairs;
}

/**
 * Runs some scans and gives for each the longest time that it kept the main thread without letting the page take its turn,
 * in milliseconds; and how many tasks of more than 50 ms the browser itself reports.
 */
export async function longestStretches(samples: number): Promise<{ longestMs: number[]; longTasks: number }> {
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  });
  await rest();
  observer.observe({ type: 'longtask' });
  const longestMs: number[] = [];
  const { scheduler } = globalThis;
  for (let sample = 0; sample < samples; sample++) {
    let start = 0;
    let longest = 0;
    const end = (): void => {
      longest = Math.max(longest, performance.now() - start);
    };
    globalThis.scheduler = {
      async yield() {
        end();
        await scheduler?.yield?.();
        start = performance.now();
      },
    };
    touch();
    start = performance.now();
    await scan();
    end();
    longestMs.push(longest);
    globalThis.scheduler = scheduler;
    await rest();
  }
  await rest();
  observer.disconnect();
  return { longestMs, longTasks };
}

/**
 * Changes the page and has it laid out. A page is read when it is new or has changed: what the browser would remember of its
 * elements since the last scan, such as their number, is not there then.
 */
function touch(): void {
  const { body } = document;
  body.append(document.createElement('i'));
  body.lastElementChild?.remove();
  body.getBoundingClientRect();
}

/** Lets the browser finish what it has to do, such as a scan under way or reporting long tasks. */
function rest(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve)));
}

const kept: ScanResult[] = [];

/** Scans some times and keeps what the scans give; gives the number of blocks in each. */
export async function keepScans(scans: number): Promise<number> {
  for (let scanned = 0; scanned < scans; scanned++) kept.push((await scan()).value);
  return kept[0]?.blocks.length ?? 0;
}

/** Lets go of what `keepScans` kept. */
export function dropScans(): void {
  kept.length = 0;
}
