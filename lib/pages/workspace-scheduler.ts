import { openAuditPictures } from '../browser/audit-screenshots.ts';
import { closeLeftoverTabs } from '../browser/audit-tabs.ts';
import { requestServerPermission } from '../browser/permissions/server-permission.ts';
import { readInTabs } from '../browser/read-in-tab.ts';
import { listenToNetwork } from '../browser/tab-network.ts';
import { type AuditScheduler, openAuditScheduler } from '../jobs/audit-scheduler.ts';

/**
 * The desk of a page of the workspace, until the page is closed, with what the network says of the tabs that it opens.
 * `isAlone`: its store is in its own memory, so that it shares no work with others.
 */
export function openWorkspaceScheduler(
  now: () => Date,
  hasPrivateStore: boolean,
): { scheduler: AuditScheduler; requestServerPermission: () => Promise<boolean> } {
  const open = new AbortController();
  addEventListener('pagehide', () => open.abort());
  let listening = new AbortController();
  let networkOf = listenToNetwork(listening.signal);
  const pictures = openAuditPictures();
  const readSite = readInTabs({ networkOf: (tabId) => networkOf(tabId), pictures });
  return {
    scheduler: openAuditScheduler(
      {
        readSite,
        auditEnded: pictures.closeWindow,
        now,
        ...(hasPrivateStore ? privateStoreOptions() : { closeLeftoverTabs }),
      },
      open.signal,
    ),
    async requestServerPermission() {
      const given = await requestServerPermission().catch(() => false);
      // In Firefox there was nothing to listen to before.
      listening.abort();
      listening = new AbortController();
      networkOf = listenToNetwork(listening.signal);
      return given;
    },
  };
}

/** The lock that pages with a store of their own hold together. */
const privateStoreLock = 'icp-lens-alone';

/** For a desk with a store of its own. It closes left tabs only where no other such page is open, which may be at work in them. */
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
