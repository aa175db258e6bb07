/**
 * Calls back when the document gets another address without loading: history, hash routes (`#/about`), Navigation API. Plain
 * anchors (`#top`) are the same page. Runs until the signal aborts.
 */
export function watchRoute(changed: () => void, signal: AbortSignal): void {
  let last = routeOf(location);
  const look = (): void => {
    const route = routeOf(location);
    if (route === last) return;
    last = route;
    changed();
  };
  // For hashes too: by the HTML standard both events fire then.
  addEventListener('popstate', look, { signal });
  // pushState fires only this event (Chrome 102, Firefox 147). Older browsers show only the change of the page itself.
  window.navigation?.addEventListener('currententrychange', look, { signal });
}

function routeOf({ href }: Location): string {
  return href.replace(/#(?![!/]).*/, '');
}

declare global {
  // Not in TypeScript's library yet.
  interface Window {
    readonly navigation?: EventTarget;
  }
}
