/**
 * `npm run icons`: draws the PNG icons of the manifest from their SVG source, in the browser that the tests use.
 *
 * Why the browser and no SVG library: it is there anyway, and it draws the icon just as people will see it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../cli/browser/find-chromium.ts';

const folder = join(import.meta.dirname, '../public/icons');
const sizesPx = [16, 32, 48, 128];

const source = await readFile(join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: await findChromium() });
try {
  const page = await browser.newPage();
  for (const size of sizesPx) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${source}`);
    await writeFile(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`public/icons/${size}.png`);
  }
} finally {
  await browser.close();
}
