/**
 * `npm run bench`: what the scan costs in a real browser, and what the extension adds to every page. One JSON line each.
 *
 * Times differ between machines, so the scan is measured against the least that any reader of a page must do, in the same
 * run: `document.body.textContent` once, and one search in it. A ratio of 3 means three times as long.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { Collection } from '../../lib/scan/collect.ts';
import { buildPrivately, root } from '../browser/build.ts';
import { findChromium } from '../browser/find-chromium.ts';

/** What the bundle of the scan leaves on the page. */
declare const scan: { collect: (document: Document) => Collection };

const sizes = [1_000, 10_000, 100_000];
/** Pairs of one measurement of each side. Odd, so that the median is one of them. */
const samples = 11;
/** Elements read in one measurement: small pages are read often enough for the clock, which counts tenths of milliseconds. */
const elementsEach = 100_000;
/** What stands in the footer of the pages that have numbers. */
const footer = '<footer><p>京ICP备2021018374号-1</p><p>京公网安备11010802046193号</p><p>京B2-20213086</p></footer>';

/** The page of the measurement: a list of articles as on a portal, four elements each. */
function pageOf(elements: number, numbers: boolean): string {
  const article = '<div><h3>今天的天气与交通</h3><p>市区多云，早晚高峰请提前出行。<a href="/a">详细</a></p></div>';
  return `<!doctype html><meta charset="utf-8"><title>门户</title>${article.repeat(elements / 4)}${numbers ? footer : ''}`;
}

async function bundleScan(): Promise<string> {
  const entry = join(root, 'lib/scan/collect.ts');
  const results = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'scan', fileName: 'scan' } },
  });
  const outputs = [results].flat().flatMap((result) => ('output' in result ? result.output : []));
  const code = outputs.find((output) => output.type === 'chunk')?.code;
  if (code === undefined) throw new Error('The scan could not be bundled.');
  return code;
}

/** In the page: how long the scan and the plain reading take, pair by pair, in milliseconds; and what the scan gave. */
function measure({ samples, repeats }: { samples: number; repeats: number }) {
  const pairs: { scanMs: number; plainMs: number }[] = [];
  let blocks = 0;
  let capped = false;
  // Nothing must be left out by the engine because nobody looks at it.
  let seen = 0;
  for (let sample = 0; sample < samples; sample++) {
    const start = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) {
      const collection = scan.collect(document);
      blocks = collection.blocks.length;
      capped = collection.capped;
    }
    const middle = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) seen += document.body.textContent.search('ICP备');
    pairs.push({ scanMs: middle - start, plainMs: performance.now() - middle });
  }
  return { pairs, blocks, capped, seen, elements: document.querySelectorAll('*').length };
}

const round = (value: number): number => Math.round(value * 100) / 100;

async function benchScan(): Promise<void> {
  const code = await bundleScan();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--disable-gpu'] });
  try {
    const page = await browser.newPage();
    for (const size of sizes) {
      for (const numbers of [false, true]) {
        await page.setContent(pageOf(size, numbers));
        await page.addScriptTag({ content: code });
        const { pairs, blocks, capped, elements } = await page.evaluate(measure, {
          samples,
          repeats: Math.max(1, elementsEach / size),
        });
        if (!capped && blocks > 0 !== numbers) {
          throw new Error(`The scan of ${size} elements gave ${blocks} blocks: it does not do what is measured.`);
        }
        const ratios = pairs.map(({ scanMs, plainMs }) => scanMs / plainMs).sort((a, b) => a - b);
        const at = (share: number): number => round(ratios[Math.floor(share * (ratios.length - 1))] ?? Number.NaN);
        const ratio = { median: at(0.5), lowest: at(0), highest: at(1) };
        console.log(
          JSON.stringify({ bench: 'scan against textContent', elements, numbers, blocks, capped, samples, ratio }),
        );
      }
    }
  } finally {
    await browser.close();
  }
}

async function benchSize(): Promise<void> {
  const script = readFileSync(join(await buildPrivately('chrome'), 'content-scripts/scan.js'));
  const gzip = gzipSync(script, { level: 9 }).length;
  console.log(JSON.stringify({ bench: 'size of the content script', bytes: script.length, gzip }));
}

await benchScan();
await benchSize();
