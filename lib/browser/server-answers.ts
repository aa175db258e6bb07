/**
 * What answered in each tab, kept in `storage.session`: it survives the worker being killed and ends with the browser.
 *
 * A tab has an answer for each origin, because not every answer becomes the tab's page (downloads, pages loaded ahead), and a
 * page that left may come back without asking again (the browser's cache of pages).
 */

import { createSerialQueue } from '../jobs/serial-queue.ts';
import { browser } from './browser.ts';
import { setInSession } from './session-storage.ts';

/** The answer to a request for a page. */
export type ServerAnswer = {
  /** Of the page: `https://www.example.cn`. */
  origin: string;
  /** Address of what answered; null where the browser names none, as for some pages out of its cache. */
  ip: string | null;
  /** The browser says that the address is a proxy's. */
  proxied: boolean;
};

/** How many origins of a tab are kept; those that answered last. */
const maxOrigins = 8;

const prefix = 'server:';
const keyOf = (tabId: number): string => `${prefix}${tabId}`;

/** The store has no way to change a value but to read and write it. */
const inOrder = createSerialQueue();

/**
 * Keeps an answer for a tab in place of an earlier one of the same origin, if that is allowed: a click on the icon gives an
 * extension the page in front for a while, and with it answers that the user did not ask it to keep.
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

/** The last answer of an origin in a tab; null where there was none. */
export async function readAnswer(tabId: number, origin: string): Promise<ServerAnswer | null> {
  return inOrder(async () => (await readAll(tabId)).find((answer) => answer.origin === origin) ?? null);
}

/** Forgets the answers of a tab. */
export async function forgetAnswers(tabId: number): Promise<void> {
  await inOrder(() => browser.storage.session.remove(keyOf(tabId)));
}

/** Forgets the answers of all tabs. */
export async function forgetAllAnswers(): Promise<void> {
  await inOrder(async () => {
    const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefix));
    await browser.storage.session.remove(keys);
  });
}

/** Only the background writes answers, so they are not parsed again. */
async function readAll(tabId: number): Promise<ServerAnswer[]> {
  const key = keyOf(tabId);
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return isList(stored[key]) ? stored[key] : [];
}

function isList(value: unknown): value is ServerAnswer[] {
  return Array.isArray(value);
}
