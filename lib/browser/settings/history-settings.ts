import * as z from 'zod/mini';
import { defaultHistorySettings, type HistorySettings } from '../../audits/api/history-settings.ts';
import { browser } from '../browser.ts';

const settingsKey = 'history';
const settings = z.object({
  keepVisits: z.boolean(),
  keepDays: z.nullable(z.int().check(z.minimum(1), z.maximum(3650))),
});

/** The stored settings; the defaults where there are none or they are invalid. */
export async function readHistorySettings(): Promise<HistorySettings> {
  const stored: Record<string, unknown> = await browser.storage.local.get(settingsKey);
  return z.safeParse(settings, stored[settingsKey]).data ?? defaultHistorySettings;
}

/** Stores the settings. */
export async function writeHistorySettings(next: HistorySettings): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: next });
}

const fullKey = 'history-full';

/** Stores whether the last visit could not be kept because the storage quota is used up. */
export async function noteHistoryFull(isFull: boolean): Promise<void> {
  await (isFull ? browser.storage.local.set({ [fullKey]: true }) : browser.storage.local.remove(fullKey));
}

/** Whether a visit could not be kept, and no history was deleted since. */
export async function isHistoryFull(): Promise<boolean> {
  const stored: Record<string, unknown> = await browser.storage.local.get(fullKey);
  return stored[fullKey] === true;
}
