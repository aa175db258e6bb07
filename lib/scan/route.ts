/**
 * Calls back when the document goes to another address without loading: history, hash routes (`#/about`), Navigation API.
 * Plain anchors (`#top`) are the same page. Runs until the signal aborts.
 */
export function watchRoute(changed: () => void, signal: AbortSignal): void {
  let last = routeOf(location);
  const look = (): void => {
    const route = routeOf(location);
    if (route === last) return;
    last = route;
    changed();
  };
  // Of hashes too: the HTML standard has both events come then.
  addEventListener('popstate', look, { signal });
  // pushState fires no event but this one (Chrome 102, Firefox 147); without it the change of the page itself is seen.
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
