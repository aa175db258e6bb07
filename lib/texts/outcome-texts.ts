import type { Outcome } from '../checks/outcome.ts';
import type { TextKey } from './language/translate.ts';

/** The outcome of a check, in a word or two. */
export const outcomeTexts: Record<Outcome, TextKey> = {
  fail: 'outcome_fail',
  warn: 'outcome_warn',
  unknown: 'outcome_unknown',
  pass: 'outcome_pass',
};

/**
 * The outcome of all checks of a site together. Some may have had no answer, so `pass` never says that the site is in order.
 */
export const overallTexts: Record<Outcome, TextKey> = { ...outcomeTexts, pass: 'overall_pass' };
