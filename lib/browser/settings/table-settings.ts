import * as z from 'zod/mini';
import { browser } from '../browser.ts';

const columnsKey = 'table-columns';
const columns = z.array(z.string().check(z.maxLength(50))).check(z.maxLength(100));

/** The ids of the columns that the user chose for the table of an audit; null where none are stored or they are invalid. */
export async function readTableColumns(): Promise<readonly string[] | null> {
  const stored: Record<string, unknown> = await browser.storage.local.get(columnsKey);
  return z.safeParse(columns, stored[columnsKey]).data ?? null;
}

/** Stores the ids of the columns that the user chose. */
export async function writeTableColumns(next: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [columnsKey]: [...next] });
}
