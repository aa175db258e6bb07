/**
 * The servers that answered in each tab. They stand in `storage.session`, which survives the worker and ends with the browser.
 *
 * A tab has one answer an origin. Not every answer becomes the tab's page (downloads, preloaded pages), and a page may come back
 * without a new request (the back/forward cache).
 */

import { createSerialQueue } from '../jobs/serial-queue.ts';
import { browser } from './browser.ts';
import { setInSession } from './session-storage.ts';

/** The answer to a request for a page. */
export type ServerAnswer = {
  /** Of the page: `https://www.example.cn`. */
  origin: string;
  /** IP address of the server; null where the browser gives none, as for some pages from its cache. */
  ip: string | null;
  /** Whether the IP address is a proxy's, according to the browser. */
  proxied: boolean;
};

/** How many origins are kept for a tab: those that answered last. */
const maxOrigins = 8;

const prefix = 'server:';
const keyOf = (tabId: number): string => `${prefix}${tabId}`;

/** Changing a stored value takes a read and a write, so changes must not overlap. */
const inOrder = createSerialQueue();

/**
 * Stores an answer for a tab, in place of an earlier one from the same origin, if `isAllowed` says so. A click on the icon gives
 * the extension temporary access to the active page, and so to answers that the user did not ask it to store.
 */
export async function keepAnswer(
  tabId: number,
  answer: ServerAnswer,
  isAllowed: () => Promise<boolean>,
): Promise<void> {
  await inOrder(async () => {
    if (!(await isAllowed())) return;
    const others = (await readAll(tabId)).filter(({ origin }) => origin !== answer.origin);
    await setInSession(keyOf(tabId), [...others, answer].slice(-maxOrigins));
  });
}

/** The last answer from an origin in a tab; null where there is none. */
export async function readAnswer(tabId: number, origin: string): Promise<ServerAnswer | null> {
  return inOrder(async () => (await readAll(tabId)).find((answer) => answer.origin === origin) ?? null);
}

/** Deletes the answers of a tab. */
export async function forgetAnswers(tabId: number): Promise<void> {
  await inOrder(() => browser.storage.session.remove(keyOf(tabId)));
}

/** Deletes the answers of all tabs. */
export async function forgetAllAnswers(): Promise<void> {
  await inOrder(async () => {
    const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefix));
    await browser.storage.session.remove(keys);
  });
}

/** Only the background writes answers, so they are not validated. */
async function readAll(tabId: number): Promise<ServerAnswer[]> {
  const key = keyOf(tabId);
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return isList(stored[key]) ? stored[key] : [];
}

function isList(value: unknown): value is ServerAnswer[] {
  return Array.isArray(value);
}
