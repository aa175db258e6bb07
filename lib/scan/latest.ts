/**
 * The last reading of this page, shared by the extension's scripts on it: they run in one isolated world, which the page cannot
 * see. The script that marks numbers is separate from the one that every page gets.
 */
import type { Origin } from './collect.ts';

declare global {
  var icpLensOrigins: Map<number, Origin> | undefined;
}

/** Keeps the origins of the last reading's blocks. */
export function keepOrigins(origins: Map<number, Origin>): void {
  globalThis.icpLensOrigins = origins;
}

/** The origin of a block of the last reading; undefined where no block has that id, or the page was not read. */
export function originOf(block: number): Origin | undefined {
  return globalThis.icpLensOrigins?.get(block);
}
