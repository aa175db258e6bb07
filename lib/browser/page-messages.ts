/**
 * The messages that a script in a page sends and receives. They use the browser's own API: webextension-polyfill is larger than
 * the whole content script, which runs on every page.
 */
import { browser } from 'wxt/browser';
import type { BackgroundRequests, Envelope, PageAnswer, PageRequests, Scan } from '../messages/messages.ts';

/** Sends the result of a scan to the background. `null`: the scan failed. It is no error if the background is gone (extension updated). */
export function reportScan(scan: Scan | null): void {
  send({ name: 'scanned', data: scan });
}

/** Tells the background that the tab leaves this page. */
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

/** Answers the extension's requests to scan this page. An extension that is gone sends none. */
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

/** What the page knows about how it loaded. What the browser does not tell is undefined. */
function describePage(): PageDescription {
  return {
    status: performance.getEntriesByType('navigation')[0]?.responseStatus,
    title: document.title,
    login: document.querySelector('[type=password]')?.checkVisibility(),
  };
}

/** Answers one request of the extension to show a number on this page, then stops listening. */
export function handleShowRequest(show: (data: PageRequests['show']['data']) => boolean): void {
  const listener: Listener = (message, { id }, respond) => {
    if (message.name !== 'show' || id !== browser.runtime.id) return false;
    browser.runtime.onMessage.removeListener(listener);
    respond(show(message.data));
    return false;
  };
  browser.runtime.onMessage.addListener(listener);
}

/** The shadow root of an element, open or closed; null where it has none. Firefox has the function on elements, Chrome in `dom`. */
export function openRoot(element: HTMLElement): ShadowRoot | null {
  return import.meta.env.FIREFOX
    ? (element.openOrClosedShadowRoot ?? null)
    : browser.dom.openOrClosedShadowRoot(element);
}

declare global {
  interface Performance {
    // TypeScript's library returns the type of any entry.
    getEntriesByType(type: 'navigation'): PerformanceNavigationTiming[];
  }
  interface HTMLElement {
    // Only in Firefox, and only for extensions.
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}
