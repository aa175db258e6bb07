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

/** How the reading of an address ended, in a word or two; null: it is still to be read. */
export function pageOutcomeName(t: Translate, ending: PageOutcome | null): string {
  return entryStateName(t, ending?.state ?? 'waiting');
}

/** How an entry stands, in a word or two. */
export function entryStateName(t: Translate, state: EntryState): string {
  return t(names[state]);
}

/** More on it: where an address led, why it could not be reached, what stands in front of the page; null for nothing. */
export function pageOutcomeDetail(t: Translate, ending: PageOutcome | null): string | null {
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
