import type { Check } from '../checks/catalogue.ts';
import { type Outcome, worstOf } from '../checks/outcome.ts';
import type { TabReport } from '../checks/site-report.ts';
import { isOwn } from '../icp/finding.ts';
import { browser } from './browser.ts';
import { t } from './i18n.ts';

// White on either has a contrast of at least 4.5.
const calm = '#0b57a4';
const alert = '#8c2f00';
/** The most characters that browsers show on a badge. */
const maxChars = 4;
const marks: Record<Outcome, string> = { pass: '', unknown: '', warn: '!', fail: '!!' };

/**
 * What the badge says: how many numbers the site shows as its own (`3+`: at least 3, where not all of the page was read or
 * kept), `!` behind it where a check asks for a look, `!!` where something is not as the rule asks. The mark stands alone where
 * there is no number to count. Words and shape, so that colour is never needed.
 */
export function badgeOf(report: TabReport | null): { text: string; colour: string; title: string } {
  if (report?.state !== 'done') return { text: '', colour: calm, title: t('extension_name') };
  const { findings, checks, capped } = report;
  const own = findings.filter(isOwn).length;
  const mark = marks[worstOf(checks)];
  return {
    text: (own === 0 ? '' : shortCount(own, capped, maxChars - mark.length)) + mark,
    colour: mark === '' ? calm : alert,
    title: titleOf(own, capped, checks),
  };
}

/** `120` in two characters is `9+`. */
function shortCount(count: number, isLeast: boolean, chars: number): string {
  const whole = isLeast ? `${count}+` : `${count}`;
  return whole.length <= chars ? whole : `${'9'.repeat(chars - 1)}+`;
}

function titleOf(own: number, isLeast: boolean, checks: readonly Check[]): string {
  const count = (wanted: Outcome): number => checks.filter(({ outcome }) => outcome === wanted).length;
  const [faults, toCheck] = [count('fail'), count('warn')];
  const [none, some] = isLeast
    ? (['badge_none_read', 'badge_numbers_least'] as const)
    : (['badge_none', 'badge_numbers'] as const);
  let title = own === 0 ? t(none) : t(some, own);
  if (faults > 0) title = t('badge_faults', title, faults);
  return toCheck > 0 ? t('badge_to_check', title, toCheck) : title;
}

/** Shows a report on a tab's badge. A tab closed meanwhile is not an error. */
export async function showBadge(tabId: number, report: TabReport | null): Promise<void> {
  const { text, colour, title } = badgeOf(report);
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => {});
}
