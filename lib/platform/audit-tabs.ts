import { browser } from './browser.ts';

/** How the tabs that audits have open are kept in `storage.session`: what is left of a workspace that was closed or killed. */
export const auditTab = 'audit-tab:';

/** Whether a tab is one that an audit has open. */
export async function isAuditTab(tabId: number): Promise<boolean> {
  const key = auditTab + tabId;
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return stored[key] === true;
}
