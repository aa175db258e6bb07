import { openStore, StoreFullError, StoreTooNewError } from './audit-store.ts';
import { browser } from './browser.ts';

/** Where a page of the workspace keeps audits and history. */
export type StorePlace =
  /** In the browser's own storage. */
  | { place: 'disk' }
  /** In the memory of this page: the browser keeps nothing in a private window. */
  | { place: 'memory' }
  /** Not known yet: another page, of an older version of the extension, still works with the store. */
  | { place: 'awaited' }
  /** Nowhere. `why` is what the browser says. */
  | { place: 'none'; fault: 'too-new' | 'full' | 'other'; why: string };

/**
 * Opens the store, or one in memory where this page is in a private window and the browser has none there. `awaited`: told
 * where that has to wait for another page. Never rejects.
 */
export async function findStorePlace(awaited: () => void): Promise<StorePlace> {
  try {
    await openStore(awaited);
    return { place: 'disk' };
  } catch (error) {
    const why = String(error);
    if (error instanceof StoreTooNewError) return { place: 'none', fault: 'too-new', why };
    if (error instanceof StoreFullError) return { place: 'none', fault: 'full', why };
    if (!browser.extension.inIncognitoContext) return { place: 'none', fault: 'other', why };
    const { keepInMemory } = await import('./memory-store.ts');
    keepInMemory();
    return { place: 'memory' };
  }
}
