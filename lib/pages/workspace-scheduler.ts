import { openAuditScreenshots } from '../browser/audit-screenshots.ts';
import { closeLeftoverTabs } from '../browser/audit-tabs.ts';
import { requestServerPermission } from '../browser/permissions/server-permission.ts';
import { readInTabs } from '../browser/read-in-tab.ts';
import { listenToNetwork } from '../browser/tab-network.ts';
import { type AuditScheduler, openAuditScheduler } from '../jobs/audit-scheduler.ts';

/**
 * Opens the scheduler of a page of the workspace, until the page is closed. It gets the network answers of the tabs that it opens.
 * `hasPrivateStore`: the page's store is in its own memory, so it shares no audits with other pages.
 */
export function openWorkspaceScheduler(
  now: () => Date,
  hasPrivateStore: boolean,
): { scheduler: AuditScheduler; requestServerPermission: () => Promise<boolean> } {
  const open = new AbortController();
  addEventListener('pagehide', () => open.abort());
  let listening = new AbortController();
  let networkOf = listenToNetwork(listening.signal);
  const screenshots = openAuditScreenshots();
  const readSite = readInTabs({ networkOf: (tabId) => networkOf(tabId), screenshots });
  return {
    scheduler: openAuditScheduler(
      {
        readSite,
        auditEnded: screenshots.closeWindow,
        now,
        ...(hasPrivateStore ? privateStoreOptions() : { closeLeftoverTabs }),
      },
      open.signal,
    ),
    async requestServerPermission() {
      const given = await requestServerPermission().catch(() => false);
      // In Firefox, `webRequest` exists only now.
      listening.abort();
      listening = new AbortController();
      networkOf = listenToNetwork(listening.signal);
      return given;
    },
  };
}

/** The shared lock of all pages with a store in memory. */
const privateStoreLock = 'icp-lens-alone';

/** Options for a page with a store in memory. It closes leftover tabs only if no other such page is open, which may be using them. */
function privateStoreOptions() {
  return {
    privateName: crypto.randomUUID(),
    async closeLeftoverTabs() {
      await navigator.locks.request(privateStoreLock, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await closeLeftoverTabs();
      });
      void navigator.locks.request(privateStoreLock, { mode: 'shared' }, () => new Promise(() => {}));
    },
  };
}
