import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from '#imports';
import { browser } from '../lib/platform/browser.ts';
import { forget, inspect, record, refresh } from '../lib/platform/inspector.ts';
import { parseMessage } from '../lib/platform/parse-message.ts';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener(async (value: unknown, sender: Runtime.MessageSender) => {
      const message = sender.id === browser.runtime.id ? parseMessage(value) : null;
      if (message?.name === 'scanned' && sender.tab?.id !== undefined && sender.frameId === 0) {
        await record(sender.tab.id, message.data);
      }
      if (message?.name === 'inspect' && sender.tab === undefined) await inspect(message.data.tabId);
    });
    browser.tabs.onUpdated.addListener(async (tabId, { status }) => {
      if (status === 'loading') await forget(tabId);
      if (status === 'complete') await refresh(tabId);
    });
    browser.tabs.onRemoved.addListener((tabId) => forget(tabId));
  },
});
