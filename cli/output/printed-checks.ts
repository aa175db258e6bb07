import type { Check } from '../../lib/checks/catalogue.ts';

/** The answer of one check on a page, in the output of the commands. */
export type PrintedCheck = Pick<Check, 'code' | 'answer' | 'outcome'>;

/** The checks of a report, in the order of the report. */
export function printedChecks(checks: readonly Check[]): PrintedCheck[] {
  return checks.map(({ code, answer, outcome }) => ({ code, answer, outcome }));
}
