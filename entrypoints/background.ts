import { defineBackground } from '#imports';
import { answerMessages, followTabs } from '../lib/platform/background-port.ts';
import { forget, inspect, record, refresh } from '../lib/platform/inspector.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages({ scanned: record, left: forget, inspect });
    followTabs({ changed: refresh, closed: forget });
  },
});
