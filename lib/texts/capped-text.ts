import type { SiteReport } from '../checks/site-report.ts';
import type { Translate } from './language/translate.ts';

/** Says that a report does not hold all numbers of its page; null where it does. */
export function cappedText(
  t: Translate,
  { capped, leftOut = 0, findings }: Pick<SiteReport, 'capped' | 'leftOut' | 'findings'>,
): string | null {
  if (leftOut > 0) return t('capped_left_out', findings.length, leftOut);
  return capped ? t('capped') : null;
}
