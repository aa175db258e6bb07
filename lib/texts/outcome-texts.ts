import type { Outcome } from '../checks/outcome.ts';
import type { TextKey } from './language/translate.ts';

/** What a check came to, in a word or two. */
export const outcomeTexts: Record<Outcome, TextKey> = {
  fail: 'outcome_fail',
  warn: 'outcome_warn',
  unknown: 'outcome_unknown',
  pass: 'outcome_pass',
};

/** What all checks of a site come to: some may not have been told, so that none can be said to be in order as a whole. */
export const overallTexts: Record<Outcome, TextKey> = { ...outcomeTexts, pass: 'overall_pass' };
