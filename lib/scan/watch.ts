/** How long a page must be quiet before it is read again, in milliseconds. */
const quietMs = 400;

/**
 * Calls back when the page has changed and has been quiet for a moment, until the signal aborts. Changes while the tab is in
 * the background are reported too; their timers are the browser's to slow down.
 */
export function watch(document: Document, changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    // The first change of a burst starts the wait and later ones do not prolong it: a page that never rests is read too.
    timer ??= setTimeout(() => {
      timer = undefined;
      changed();
    }, quietMs);
  });
  observer.observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['alt', 'title', 'href'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
