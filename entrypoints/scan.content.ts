import { defineContentScript } from '#imports';
import { scanPage } from '../lib/pages/scan-page.ts';

export default defineContentScript({
  matches: ['*://*/*'],
  // With a global name, the build ends in a reference to it, which the minifier has removed. Nothing uses the result.
  globalName: false,
  main: scanPage,
});
