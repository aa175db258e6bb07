/** Callbacks for the events of a document's life. */
export type LifecycleCallbacks = {
  /** The document is being left, for good or for the back/forward cache. */
  left: () => void;
  /** It came back from that cache. */
  returned: () => void;
};

/**
 * Follows a document's life until the signal aborts. Resolves when people see the document. For a prerendered document that may
 * never happen.
 */
export async function watchPageLife(
  document: Document,
  { left, returned }: LifecycleCallbacks,
  signal: AbortSignal,
): Promise<void> {
  addEventListener('pagehide', left, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && returned(), { signal });
  if (document.prerendering !== true) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true, signal }));
}

declare global {
  // Not in TypeScript's library yet; absent in Firefox.
  interface Document {
    readonly prerendering?: boolean;
  }
}
