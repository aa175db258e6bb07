import type { Runtime } from 'webextension-polyfill';
import type { TabReport } from '../checks/site-report.ts';
import type { Scan } from '../messages/messages.ts';
import { parseMessage } from '../messages/parse-message.ts';
import { browser } from './browser.ts';

/** The background's handlers, one a message. Messages from other senders or of another shape are ignored. */
export type MessageHandlers = {
  /** The top frame of a page was scanned. `null`: the scan failed. */
  scanned: (tabId: number, scan: Scan | null) => Promise<void>;
  /** The tab leaves its page. */
  left: (tabId: number) => Promise<void>;
  /** The popup was opened on a tab. Returns the tab's report. */
  inspect: (tabId: number) => Promise<TabReport>;
};

/** Listens to messages of pages and of the popup. To be called while the background starts, or the message that woke it is lost. */
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
 * Calls back when a tab starts or ends loading (`changed`), and when it is closed. Browsers report a change of route as loading,
 * too, although the document stays. So after `changed` the page has to be asked what it shows.
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
