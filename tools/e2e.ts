/** `npm run e2e -- …`: gets the browsers and builds for both, then runs Playwright with the rest of the arguments. */
import { buildExtension } from '../cli/browser/build.ts';
import { findChromium } from '../cli/browser/find-chromium.ts';
import { findFirefox } from '../cli/browser/find-firefox.ts';
import { runLocal } from './run-local.ts';

await findChromium();
await findFirefox();
await buildExtension('chrome');
await buildExtension('firefox');
process.exitCode = await runLocal('@playwright/test', 'playwright', ['test', ...process.argv.slice(2)]);
