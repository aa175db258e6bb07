/**
 * The content script's end of the messages. It uses the browser's own API: webextension-polyfill would cost this
 * script, which runs on every page, more than all its own code.
 */
import { browser } from 'wxt/browser';
import type { Marked } from '../scan/mark.ts';
import type { BackgroundRequests, Envelope, PageRequests, Scan, Spot } from './protocol.ts';

/** Tells the background what a scan found; null: it broke. A background that is gone (extension updated) is no error here. */
export function reportScan(scan: Scan | null): void {
  tell({ name: 'scanned', data: scan });
}

/** Tells the background that the page is being left. */
export function reportLeft(): void {
  tell({ name: 'left', data: null });
}

function tell(message: Envelope<BackgroundRequests>): void {
  browser.runtime.sendMessage(message).catch(() => {});
}

/**
 * Answers the extension's requests to this page until the signal aborts. Only messages of this extension are heard.
 */
export function answerRequests(
  answers: { scan: () => Promise<Scan | null>; show: (spot: Spot) => Marked },
  signal: AbortSignal,
): void {
  const listener = (
    message: Envelope<PageRequests>,
    sender: { id?: string },
    respond: (answer: Scan | null | Marked) => void,
  ): boolean => {
    if (sender.id !== browser.runtime.id) return false;
    if (message.name === 'show') respond(answers.show(message.data));
    else answers.scan().then(respond, () => respond(null));
    // The answer comes later.
    return message.name === 'scan';
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** An element's shadow root, closed ones too: browsers open those to extensions (Firefox on the element, Chrome in `dom`). */
export function openRoot(element: HTMLElement): ShadowRoot | null {
  return element.openOrClosedShadowRoot ?? browser.dom?.openOrClosedShadowRoot(element) ?? null;
}

declare global {
  interface HTMLElement {
    // Firefox alone, and for extensions alone.
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}
