import { defineBackground } from '#imports';
import { answerMessages, subscribeToTabs } from '../lib/browser/background-messages.ts';
import { watchServers } from '../lib/browser/server-watch.ts';
import { forget, inspect, record, refresh } from '../lib/browser/tab-scanner.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages({ scanned: record, left: forget, inspect });
    watchServers();
    subscribeToTabs({ changed: refresh, closed: forget });
  },
});
