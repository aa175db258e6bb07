/**
 * The last reading of this page, shared by the scripts that the extension has on it: they run in one isolated world, which
 * the page does not see. The script that marks numbers is not part of the one that every page gets.
 */
import type { Origin } from './collect.ts';

declare global {
  var icpLensOrigins: Map<number, Origin> | undefined;
}

/** Keeps where the blocks of the last reading came from. */
export function keepOrigins(origins: Map<number, Origin>): void {
  globalThis.icpLensOrigins = origins;
}

/** Where a block of the last reading came from; undefined where it has none of that id, or the page was not read. */
export function originOf(block: number): Origin | undefined {
  return globalThis.icpLensOrigins?.get(block);
}
