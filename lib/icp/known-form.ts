import { permitOf } from './data/permits.ts';
import type { Kind } from './number.ts';

/**
 * Whether anybody could say that a number of a kind has the right form: of a permit that is in no table, known by what the
 * page calls it, nobody can.
 */
export function isFormKnown(kind: Kind): boolean {
  return !kind.startsWith('permit:') || permitOf(kind) !== undefined;
}
