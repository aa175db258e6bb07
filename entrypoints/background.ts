import { defineBackground } from '#imports';
import { answerMessages, followTabs } from '../lib/platform/background-port.ts';
import { forget, inspect, record, refresh } from '../lib/platform/inspector.ts';
import { watchServers } from '../lib/platform/server-watch.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages({ scanned: record, left: forget, inspect });
    watchServers();
    followTabs({ changed: refresh, closed: forget });
  },
});
