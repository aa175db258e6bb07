import type { EntryState } from '../../lib/audit/live-audit.ts';
import type { TextKey, Translate } from '../../lib/words/translate.ts';

const names: Record<EntryState, TextKey> = {
  numbers: 'ending_numbers',
  none: 'ending_none',
  redirected: 'ending_redirected',
  wall: 'ending_wall',
  blocked: 'ending_blocked',
  unreachable: 'ending_unreachable',
  skipped: 'ending_skipped',
  waiting: 'ending_waiting',
};

/** How an entry stands, in a word or two: the words that exports write. */
export function entryStateName(t: Translate, state: EntryState): string {
  return t(names[state]);
}
