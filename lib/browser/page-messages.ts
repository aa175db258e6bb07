/**
 * The content script's end of the messages. It uses the browser's own API: webextension-polyfill would cost this
 * script, which runs on every page, more than all its own code.
 */
import { browser } from 'wxt/browser';
import type { BackgroundRequests, Envelope, PageAnswer, PageRequests, Scan } from '../messages/messages.ts';

/** Tells the background what a scan found; null: it broke. A background that is gone (extension updated) is no error here. */
export function reportScan(scan: Scan | null): void {
  send({ name: 'scanned', data: scan });
}

/** Tells the background that the page is being left. */
export function reportLeft(): void {
  send({ name: 'left', data: null });
}

function send(message: Envelope<BackgroundRequests>): void {
  browser.runtime.sendMessage(message).catch(() => {});
}

type PageDescription = { [Key in Exclude<keyof PageAnswer, keyof Scan>]: PageAnswer[Key] | undefined };

type Listener = (
  message: Envelope<PageRequests>,
  sender: { id?: string },
  respond: (answer: unknown) => void,
) => boolean;

/** Answers the extension's requests for a reading of this page. Of an extension that is gone, there come none. */
export function handleScanRequests(scan: () => Promise<Scan | null>): void {
  const listener: Listener = ({ name }, { id }, respond) => {
    if (name !== 'scan' || id !== browser.runtime.id) return false;
    scan()
      .then((found) => respond(found && { ...found, ...describePage() }))
      .catch(() => respond(null));
    // The answer comes later.
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
}

/** What the page itself knows of how it ended. What it does not know is left out. */
function describePage(): PageDescription {
  return {
    status: performance.getEntriesByType('navigation')[0]?.responseStatus,
    title: document.title,
    login: document.querySelector('[type=password]')?.checkVisibility(),
  };
}

/** Answers one request of the extension to show a number on this page. */
export function handleShowRequest(show: (data: PageRequests['show']['data']) => boolean): void {
  const listener: Listener = (message, { id }, respond) => {
    if (message.name !== 'show' || id !== browser.runtime.id) return false;
    browser.runtime.onMessage.removeListener(listener);
    respond(show(message.data));
    return false;
  };
  browser.runtime.onMessage.addListener(listener);
}

/** An element's shadow root, closed ones too: browsers open those to extensions (Firefox on the element, Chrome in `dom`). */
export function openRoot(element: HTMLElement): ShadowRoot | null {
  return import.meta.env.FIREFOX
    ? (element.openOrClosedShadowRoot ?? null)
    : browser.dom.openOrClosedShadowRoot(element);
}

declare global {
  interface Performance {
    // TypeScript's library gives the kind of all entries.
    getEntriesByType(type: 'navigation'): PerformanceNavigationTiming[];
  }
  interface HTMLElement {
    // Firefox alone, and for extensions alone.
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}
