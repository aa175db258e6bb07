import { type Desk, openDesk } from './audit-desk.ts';
import { openAuditPictures } from './audit-pictures.ts';
import { closeLeftTabs } from './audit-tabs.ts';
import { askForServers } from './server-permission.ts';
import { readInTabs } from './site-tab.ts';
import { listenToNetwork } from './tab-network.ts';

/** The desk of a page of the workspace, until the page is closed, with what the network says of the tabs that it opens. */
export function openWorkspaceDesk(now: () => Date): { desk: Desk; askForServers: () => Promise<boolean> } {
  const open = new AbortController();
  addEventListener('pagehide', () => open.abort());
  let listening = new AbortController();
  let networkOf = listenToNetwork(listening.signal);
  const pictures = openAuditPictures();
  const readSite = readInTabs({ networkOf: (tabId) => networkOf(tabId), pictures });
  return {
    desk: openDesk({ readSite, closeLeftTabs, rest: pictures.rest, now }, open.signal),
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
