import * as z from 'zod/mini';
import { browser } from './browser.ts';

/** What the user has settled about the history of sites. */
export type HistorySettings = {
  /** Whether the report of every page that is visited is kept, not only those of audits. */
  keepVisits: boolean;
  /** After how many days a report in the history is deleted; null: never. */
  keepDays: number | null;
};

/** How it is unless the user says otherwise: what people browse is nobody's business, so nothing is kept of it. */
export const usualHistory: HistorySettings = { keepVisits: false, keepDays: 365 };

const settingsKey = 'history';
const settings = z.object({
  keepVisits: z.boolean(),
  keepDays: z.nullable(z.int().check(z.minimum(1), z.maximum(3650))),
});

/** The settings as they are; the usual ones where none are kept or what is kept cannot be read. */
export async function readHistorySettings(): Promise<HistorySettings> {
  const stored: Record<string, unknown> = await browser.storage.local.get(settingsKey);
  return z.safeParse(settings, stored[settingsKey]).data ?? usualHistory;
}

/** Keeps the settings. */
export async function writeHistorySettings(next: HistorySettings): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: next });
}

const fullKey = 'history-full';

/** Notes that a visit could not be kept because the browser gave no more room, or that there is room again. */
export async function noteHistoryFull(isFull: boolean): Promise<void> {
  await (isFull ? browser.storage.local.set({ [fullKey]: true }) : browser.storage.local.remove(fullKey));
}

/** Whether a visit could not be kept since history was last deleted. */
export async function isHistoryFull(): Promise<boolean> {
  const stored: Record<string, unknown> = await browser.storage.local.get(fullKey);
  return stored[fullKey] === true;
}
