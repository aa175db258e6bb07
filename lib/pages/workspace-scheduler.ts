import { openAuditScreenshots } from '../browser/audit-screenshots.ts';
import { closeLeftTabs } from '../browser/audit-tabs.ts';
import { askForServers } from '../browser/permissions/server-permission.ts';
import { readInTabs } from '../browser/read-in-tab.ts';
import { listenToNetwork } from '../browser/tab-network.ts';
import { type AuditScheduler, openAuditScheduler } from '../jobs/audit-scheduler.ts';

/**
 * The desk of a page of the workspace, until the page is closed, with what the network says of the tabs that it opens.
 * `isAlone`: its store is in its own memory, so that it shares no work with others.
 */
export function openWorkspaceScheduler(
  now: () => Date,
  isAlone: boolean,
): { scheduler: AuditScheduler; askForServers: () => Promise<boolean> } {
  const open = new AbortController();
  addEventListener('pagehide', () => open.abort());
  let listening = new AbortController();
  let networkOf = listenToNetwork(listening.signal);
  const screenshots = openAuditScreenshots();
  const readSite = readInTabs({ networkOf: (tabId) => networkOf(tabId), screenshots });
  return {
    scheduler: openAuditScheduler(
      { readSite, rest: screenshots.rest, now, ...(isAlone ? alone() : { closeLeftTabs }) },
      open.signal,
    ),
    async askForServers() {
      const given = await askForServers().catch(() => false);
      // In Firefox there was nothing to listen to before.
      listening.abort();
      listening = new AbortController();
      networkOf = listenToNetwork(listening.signal);
      return given;
    },
  };
}

/** The lock that pages with a store of their own hold together. */
const aloneLock = 'icp-lens-alone';

/** For a desk with a store of its own. It closes left tabs only where no other such page is open, which may be at work in them. */
function alone() {
  return {
    own: crypto.randomUUID(),
    async closeLeftTabs() {
      await navigator.locks.request(aloneLock, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await closeLeftTabs();
      });
      void navigator.locks.request(aloneLock, { mode: 'shared' }, () => new Promise(() => {}));
    },
  };
}
