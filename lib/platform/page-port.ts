/**
 * The content script's end of the messages. It uses the browser's own API: webextension-polyfill would cost this
 * script, which runs on every page, more than all its own code.
 */
import { browser } from 'wxt/browser';
import type { BackgroundRequests, Envelope, PageRequests, Scan, Spot } from './protocol.ts';

/** Tells the background what a scan found. A background that is gone (extension updated or removed) is not an error here. */
export function reportScan(scan: Scan | null): void {
  const message: Envelope<BackgroundRequests> = { name: 'scanned', data: scan };
  browser.runtime.sendMessage(message).catch(() => {});
}

/**
 * Answers the extension's requests to this page until the signal aborts. Only messages of this extension are heard.
 */
export function answerRequests(
  answers: { scan: () => Scan | null; show: (spot: Spot) => boolean },
  signal: AbortSignal,
): void {
  const listener = (
    message: Envelope<PageRequests>,
    sender: { id?: string },
    respond: (answer: Scan | null | boolean) => void,
  ): void => {
    if (sender.id !== browser.runtime.id) return;
    respond(message.name === 'scan' ? answers.scan() : answers.show(message.data));
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}
