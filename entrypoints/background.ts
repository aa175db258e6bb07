import { defineBackground } from '#imports';
import { answerMessages, followTabs } from '../lib/browser/background-messages.ts';
import { watchServers } from '../lib/browser/server-watch.ts';
import { forget, inspect, record, refresh } from '../lib/browser/tab-scanner.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages({ scanned: record, left: forget, inspect });
    watchServers();
    followTabs({ changed: refresh, closed: forget });
  },
});
