import { defineBackground } from '#imports';
import { handleMessages, subscribeToTabs } from '../lib/browser/background-messages.ts';
import { watchServers } from '../lib/browser/server-watch.ts';
import { forgetReport, recordScan, refreshReport, scanTab } from '../lib/browser/tab-scanner.ts';

export default defineBackground({
  type: 'module',
  main() {
    handleMessages({ scanned: recordScan, left: forgetReport, inspect: scanTab });
    watchServers();
    subscribeToTabs({ changed: refreshReport, closed: forgetReport });
  },
});
