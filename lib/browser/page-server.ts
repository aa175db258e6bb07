import { type HostingTable, locate, readTable } from '../checks/hosting-table.ts';
import type { Server } from '../checks/server.ts';
import { browser } from './browser.ts';
import { hasServerPermissionFor } from './permissions/server-permission.ts';
import { readAnswer } from './server-answers.ts';

/** The packed table, made by `npm run hosting-table`. */
const tableFile = '/hosting-table.json';

/**
 * The server that a tab's page came from, as far as it is known. It is the server of the last answer from the page's origin in
 * this tab. So a page that changed its route, or came back from the back/forward cache, has a server, too. Sends no request.
 */
export async function serverOf(tabId: number, pageUrl: string): Promise<Server> {
  if (!URL.canParse(pageUrl) || !(await hasServerPermissionFor(pageUrl))) return { state: 'not-asked' };
  const answer = await readAnswer(tabId, new URL(pageUrl).origin);
  if (answer === null) return { state: 'unseen' };
  const { ip, proxied } = answer;
  if (proxied) return { state: 'proxied' };
  if (ip === null) return { state: 'unseen' };
  loading ??= loadTable();
  const table = await loading;
  const where = locate(table, ip);
  return where === null ? { state: 'unseen' } : { state: 'seen', ip, where, tableDate: table.date };
}

let loading: Promise<HostingTable> | null = null;

/** Reads the table from the extension's own files; no request leaves the browser. */
async function loadTable(): Promise<HostingTable> {
  const response = await fetch(browser.runtime.getURL(tableFile));
  return readTable(await response.json());
}
