/** Where a page of the workspace keeps audits and history. */
export type StoreLocation =
  /** In the browser's own storage. */
  | { kind: 'disk' }
  /** In the memory of this page: the browser keeps nothing in a private window. It is gone when the page is closed. */
  | { kind: 'memory' }
  /** Not known yet: another page still uses the store with an older version of the extension, and has to be closed first. */
  | { kind: 'awaited' }
  /** Nowhere. `why` is the browser's message. */
  | { kind: 'none'; fault: 'too-new' | 'full' | 'other'; why: string };
