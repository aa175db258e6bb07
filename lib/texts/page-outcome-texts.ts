import type { Barrier, PageOutcome, UnreachableCause } from '../audits/entry.ts';
import type { EntryState } from '../audits/live-audit.ts';
import type { TextKey, Translate } from './language/translate.ts';

const names: Record<EntryState, TextKey> = {
  numbers: 'ending_numbers',
  none: 'ending_none',
  redirected: 'ending_redirected',
  barrier: 'ending_wall',
  blocked: 'ending_blocked',
  'not-allowed': 'ending_not_allowed',
  unreachable: 'ending_unreachable',
  skipped: 'ending_skipped',
  waiting: 'ending_waiting',
};

const causes: Record<UnreachableCause, TextKey> = {
  dns: 'ending_cause_dns',
  tls: 'ending_cause_tls',
  timeout: 'ending_cause_timeout',
  refused: 'ending_cause_refused',
  http: 'ending_cause_http',
  network: 'ending_cause_network',
};

const barrierTexts: Record<Barrier, TextKey> = {
  login: 'ending_wall_login',
  'error-page': 'ending_wall_error_page',
  challenge: 'ending_wall_challenge',
};

/** The outcome of reading an address, in a word or two; null: the address is not read yet. */
export function pageOutcomeText(t: Translate, ending: PageOutcome | null): string {
  return entryStateText(t, ending?.state ?? 'waiting');
}

/** The state of an entry, in a word or two. */
export function entryStateText(t: Translate, state: EntryState): string {
  return t(names[state]);
}

/**
 * Details of an outcome: where an address led, why it could not be reached, what stands in front of the page; null for none.
 */
export function pageOutcomeDetailText(t: Translate, ending: PageOutcome | null): string | null {
  switch (ending?.state) {
    case 'redirected':
      return ending.to;
    case 'not-allowed':
      return t('ending_not_allowed_why');
    case 'barrier':
      return t(barrierTexts[ending.barrier]);
    case 'unreachable':
      return ending.status === null
        ? t(causes[ending.cause])
        : t('ending_status', t(causes[ending.cause]), ending.status);
    default:
      return null;
  }
}
