import { isOwn } from '../icp/finding.ts';
import type { Answer, AuditedPage, Subject } from './audited-page.ts';
import {
  type AnswerCode,
  answers,
  type Check,
  type CheckCode,
  type Outcome,
  checks as order,
  outcomes,
} from './catalogue.ts';
import { checkDisplay, isHomePage } from './display.ts';
import { checkForm } from './form.ts';
import { checkHolders } from './holders.ts';
import { checkHosting } from './hosting.ts';
import { checkLinks } from './links.ts';
import { checkNeed } from './need.ts';

const parts: readonly ((subject: Subject) => Answer[])[] = [
  checkForm,
  checkDisplay,
  checkLinks,
  checkHolders,
  checkHosting,
  checkNeed,
];

/**
 * Checks a page: are the numbers shown as the law asks, do they hang together, is one needed at all. The same page gives the
 * same checks: worst first, then in the order of `checks`. Where nothing can be said for want of a number, a check is left
 * out. Never throws.
 */
export function audit(page: AuditedPage): Check[] {
  const subject = { ...page, own: page.findings.filter(isOwn) };
  const known = isHomePage(page.url);
  const places = new Map(page.findings.map((finding, place) => [finding, place]));
  return parts
    .flatMap((part) => part(subject))
    .map(({ answer, parts = [], about = [] }) => {
      const { check: code } = answers[answer];
      const findings = about.flatMap((finding) => places.get(finding) ?? []);
      return { code, answer, outcome: outcomeOf(answer, known), parts: [...parts], findings };
    })
    .sort((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) || rank(a.code) - rank(b.code));
}

const codes = Object.keys(order);

function rank(check: CheckCode): number {
  return codes.indexOf(check);
}

/** The decrees ask for display and links on the home page alone (Decree 33 art. 13): elsewhere nothing of it can fail. */
function outcomeOf(answer: AnswerCode, onHomePage: boolean): Outcome {
  const { check, outcome } = answers[answer];
  const isOfHomePage = order[check].group === 'display' || order[check].group === 'links';
  return outcome === 'fail' && isOfHomePage && !onHomePage ? 'warn' : outcome;
}
