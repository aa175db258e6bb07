import type { StoreLocation } from '../audits/api/store-location.ts';
import { openStore, StoreFullError, StoreTooNewError } from '../store/database.ts';
import { browser } from './browser.ts';

/**
 * Opens the store. Falls back to a store in memory where this page is in a private window and the browser allows no other. Calls
 * `awaited` if another page has to be closed first. Never rejects.
 */
export async function findStoreLocation(awaited: () => void): Promise<StoreLocation> {
  try {
    await openStore(awaited);
    return { kind: 'disk' };
  } catch (error) {
    const why = String(error);
    if (error instanceof StoreTooNewError) return { kind: 'none', fault: 'too-new', why };
    if (error instanceof StoreFullError) return { kind: 'none', fault: 'full', why };
    if (!browser.extension.inIncognitoContext) return { kind: 'none', fault: 'other', why };
    const { keepInMemory } = await import('../store/memory-store.ts');
    keepInMemory();
    return { kind: 'memory' };
  }
}
