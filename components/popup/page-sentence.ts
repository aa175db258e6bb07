import { checks as rules } from '../../lib/checks/catalogue.ts';
import { asksForLook } from '../../lib/checks/outcome.ts';
import type { SiteReport } from '../../lib/checks/site-report.ts';
import { type Finding, isOwn } from '../../lib/icp/finding.ts';
import { answerTexts } from '../../lib/texts/answer-texts.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';

/**
 * A page in one sentence: the count of the site's own numbers, their form, and the worst other check that fails or warns:
 * `2 numbers, well-formed; police link outdated, and 2 more`.
 */
export function pageSentence(t: Translate, report: SiteReport): string {
  const found = numbersSentence(t, report);
  const [worst, ...others] = report.checks.filter((check) => asksForLook(check) && !isOfForm(check));
  // On a page without numbers, the location of its server says whether a number is missing.
  const answered = worst ?? report.checks.find(({ answer }) => answer === 'outside-none');
  if (answered === undefined) return found;
  const [statement] = answerTexts[answered.answer];
  return others.length === 0
    ? t('summary_and', found, t(statement))
    : t('summary_and_more', found, t(statement), others.length);
}

function numbersSentence(t: Translate, { findings, checks, capped }: SiteReport): string {
  const own = findings.filter(isOwn);
  if (own.length === 0) return t(findings.length === 0 ? 'summary_none' : 'summary_none_own');
  const several = capped ? 'summary_numbers_least' : 'summary_numbers_other';
  const count = own.length === 1 ? t('summary_numbers_one') : t(several, own.length);
  const unofficial = own.filter(isUnofficial).length;
  const doubted = new Set(checks.filter((check) => asksForLook(check) && isOfForm(check)).flatMap((c) => c.findings));
  const faulty = findings.filter((finding, place) => doubted.has(place) && !isUnofficial(finding)).length;
  if (faulty + unofficial === 0) return t('summary_well_formed', count);
  if (own.length === 1) return t(faulty > 0 ? 'summary_faulty_one' : 'summary_unofficial_one', count);
  return faulty > 0 ? t('summary_faulty', count, faulty) : t('summary_unofficial', count, unofficial);
}

function isUnofficial({ number }: Finding): boolean {
  return number.status === 'unofficial';
}

function isOfForm({ code }: SiteReport['checks'][number]): boolean {
  return rules[code].group === 'form';
}
