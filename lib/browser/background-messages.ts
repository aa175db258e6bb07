import type { Runtime } from 'webextension-polyfill';
import type { TabReport } from '../checks/site-report.ts';
import type { Scan } from '../messages/messages.ts';
import { parseMessage } from '../messages/parse-message.ts';
import { browser } from './browser.ts';

/** What the background does about messages. Messages of other senders and of other shapes reach neither. */
export type MessageHandlers = {
  /** A page's top frame was read; null: the scan broke. */
  scanned: (tabId: number, scan: Scan | null) => Promise<void>;
  /** A page is being left. */
  left: (tabId: number) => Promise<void>;
  /** The popup was opened on a tab; it is told the report. */
  inspect: (tabId: number) => Promise<TabReport>;
};

/** Hears the messages of pages and popup. To be called while the background starts, or messages that woke it are lost. */
export function handleMessages(handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener(
    async (value: unknown, sender: Runtime.MessageSender): Promise<TabReport | undefined> => {
      const message = sender.id === browser.runtime.id ? parseMessage(value) : null;
      const tabId = sender.tab?.id;
      if (tabId !== undefined && sender.frameId === 0) {
        if (message?.name === 'scanned') await handlers.scanned(tabId, message.data);
        if (message?.name === 'left') await handlers.left(tabId);
      }
      return message?.name === 'inspect' && isOwnPage(sender) ? handlers.inspect(message.data.tabId) : undefined;
    },
  );
}

/**
 * Follows the tabs: one begins to load or has loaded, or is closed. Browsers say so of changes of route too, where the page
 * stays what it is; so a change says no more than that the page should be asked.
 */
export function subscribeToTabs(listeners: Record<'changed' | 'closed', (tabId: number) => Promise<void>>): void {
  browser.tabs.onUpdated.addListener(async (tabId, { status }) => {
    if (status !== undefined) await listeners.changed(tabId);
  });
  browser.tabs.onRemoved.addListener(listeners.closed);
}

function isOwnPage({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) === true;
}
