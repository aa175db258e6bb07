import type { Outcome } from '../audit/checks.ts';
import type { TextKey } from './translate.ts';

/** What a check came to, in a word or two. */
export const outcomeTexts: Record<Outcome, TextKey> = {
  fail: 'outcome_fail',
  warn: 'outcome_warn',
  unknown: 'outcome_unknown',
  pass: 'outcome_pass',
};
