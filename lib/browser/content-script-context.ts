import { browser } from 'wxt/browser';

/**
 * Stands in for WXT's ContentScriptContext in the content script (see `wxt.config.ts`).
 *
 * Why not WXT's own: it dispatches an event on the page's document, with the extension's id in its name, so any page could detect
 * the extension. It also costs a fifth of this script's size limit. Here `signal` aborts when `isInvalid` is first read as true.
 */
export class ContentScriptContext extends AbortController {
  /** Whether the extension was updated, switched off or removed while the page stayed open. If so, aborts `signal`. */
  get isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.abort();
    return this.signal.aborted;
  }
}
