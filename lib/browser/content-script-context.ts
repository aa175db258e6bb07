import { browser } from 'wxt/browser';

/**
 * Stands in for WXT's ContentScriptContext in the content script (see `wxt.config.ts`).
 *
 * Why not WXT's own: it announces itself with an event on the page's document whose name holds the extension's id, so that
 * any page could tell that the extension is there; and it costs a fifth of the size this script may have. Its `signal` aborts
 * when `isInvalid` turned out true.
 */
export class ContentScriptContext extends AbortController {
  /** Whether the extension was updated, switched off or removed while the page stayed open. Ends this script's work if so. */
  get isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.abort();
    return this.signal.aborted;
  }
}
