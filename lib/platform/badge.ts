import type { TabReport } from '../audit/site-report.ts';
import { isOwn } from '../icp/finding.ts';
import { browser } from './browser.ts';
import { t } from './i18n.ts';

/** What the badge says: a count, `!` behind it where a number has a fault. Words and shape, so that colour is never needed. */
export function badgeOf(report: TabReport | null): { text: string; colour: string; title: string } {
  const claims = report?.state === 'done' ? report.findings.filter(isOwn) : [];
  const faults = claims.filter((f) => f.number.status !== 'valid').length;
  if (claims.length === 0) return { text: '', colour: '#0b57a4', title: t('extension_name') };
  return faults === 0
    ? { text: `${claims.length}`, colour: '#0b57a4', title: t('badge_numbers', claims.length) }
    : { text: `${claims.length}!`, colour: '#8c2f00', title: t('badge_faults', claims.length, faults) };
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
