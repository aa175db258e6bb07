/**
 * `npm run dev`: a browser with the extension, built anew whenever a source changes, and a sample site open in it.
 * `npm run dev -- firefox` does so with Firefox.
 */
import { createServer } from 'wxt';
import { root } from '../cli/browser/build.ts';
import { findChromium } from '../cli/browser/find-chromium.ts';
import { findFirefox } from '../cli/browser/find-firefox.ts';
import { serveSites } from '../cli/servers/sample-sites.ts';

const [browser = 'chrome', ...others] = process.argv.slice(2);
if (others.length > 0 || (browser !== 'chrome' && browser !== 'firefox')) {
  console.error('Usage: npm run dev -- [chrome | firefox]');
  process.exit(2);
}
const { sites } = await serveSites();
const startUrls = sites.filter(({ name }) => name === 'portal').map(({ url }) => url);
const server = await createServer({
  root,
  browser,
  webExt: {
    binaries: browser === 'chrome' ? { chrome: await findChromium() } : { firefox: await findFirefox() },
    // Chromium does not run in its sandbox for root.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    startUrls,
  },
});
await server.start();
console.log(`Sample sites:\n${sites.map(({ title, url }) => `  ${url} ${title}`).join('\n')}`);
