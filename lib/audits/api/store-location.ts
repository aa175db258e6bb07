/** Where this page of the workspace keeps audits and history. */
export type StoreLocation =
  /** In the browser's own storage. */
  | { kind: 'disk' }
  /** In the memory of this page, because in a private window the browser keeps nothing. It is lost when the page is closed. */
  | { kind: 'memory' }
  /** Not known yet: another page uses the store with an older version of the extension. The user must close that page first. */
  | { kind: 'awaited' }
  /** Nowhere. `why`: the browser's message. */
  | { kind: 'none'; fault: 'too-new' | 'full' | 'other'; why: string };
