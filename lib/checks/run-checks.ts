import { isOwn } from '../icp/finding.ts';
import type { AuditedPage, Subject } from './audited-page.ts';
import { type AnswerCode, answers, type Check, catalogue } from './catalogue.ts';
import type { Answer, CheckGroup } from './define-check.ts';
import { type Outcome, outcomes } from './outcome.ts';
import { isHomePage } from './page-address.ts';

/**
 * Checks a page: are the numbers shown as the law asks, do they hang together, is one needed at all. The same page gives the
 * same checks: worst first, then in the order of the catalogue. Where nothing can be said for want of a number, a check is left
 * out. Never throws.
 */
export function runChecks(page: AuditedPage): Check[] {
  const subject: Subject = {
    ...page,
    own: page.findings.filter(isOwn),
    hidden: page.findings.filter(({ hidden, role }) => hidden && role === 'claim'),
  };
  const onHomePage = isHomePage(page.url);
  const places = new Map(page.findings.map((finding, place) => [finding, place]));
  return catalogue
    .flatMap((definition) => {
      const found: Answer<AnswerCode>[] = definition.run(subject);
      return found.map(({ answer, parts = [], about = [] }) => ({
        code: definition.code,
        answer,
        outcome: outcomeOf(definition.group, answers[answer].outcome, onHomePage),
        parts: [...parts],
        findings: about.flatMap((finding) => places.get(finding) ?? []),
      }));
    })
    .sort((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome));
}

/** The decrees ask for display and links on the home page alone (Decree 33 art. 13): elsewhere nothing of it can fail. */
function outcomeOf(group: CheckGroup, outcome: Outcome, onHomePage: boolean): Outcome {
  const isOfHomePage = group === 'display' || group === 'links';
  return outcome === 'fail' && isOfHomePage && !onHomePage ? 'warn' : outcome;
}
