import { permitOf } from './data/permits.ts';
import type { Kind } from './number.ts';

/**
 * Whether the form of a kind is known, so that a number of it can be judged. The form of a permit that the table does not hold,
 * and that only the page's own words name, is unknown.
 */
export function isFormKnown(kind: Kind): boolean {
  return !kind.startsWith('permit:') || permitOf(kind) !== undefined;
}
