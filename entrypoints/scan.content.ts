import { defineContentScript } from '#imports';
import { scanPage } from '../lib/pages/scan-page.ts';

export default defineContentScript({
  matches: ['*://*/*'],
  // Else the build ends in this name, to hand over a result that nobody asks for, and the minifier has left the name out.
  globalName: false,
  main: scanPage,
});
