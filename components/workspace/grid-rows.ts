import type { Entry } from '../../lib/audit/entry.ts';
import { groupHolders } from '../../lib/audit/group-holders.ts';

/**
 * What a heading stands over: the sites of one holder, at least two; sites of which no other here has the same holder; sites of
 * which no holder is known.
 */
export type Family = { sort: 'family'; subject: string } | { sort: 'single' } | { sort: 'unknown' };

/** A row of the table: an entry, or a heading over `count` of them. */
export type GridRow =
  | { row: 'entry'; entry: Entry; key: string }
  | { row: 'heading'; family: Family; count: number; key: string };

/** The rows of the table, of which only those in sight are made. */
export type GridRows = { count: number; at: (index: number) => GridRow | null };

/**
 * The rows for some entries, in their order. `grouped`: by holder, the largest family first; an entry stands in each family
 * whose number it shows.
 */
export function rowsOf(entries: readonly Entry[], grouped: boolean): GridRows {
  if (!grouped) return { count: entries.length, at: (index) => rowOf('', entries[index]) };
  const rows = groupedRows(entries);
  return { count: rows.length, at: (index) => rows[index] ?? null };
}

function rowOf(section: string, entry: Entry | undefined): GridRow | null {
  return entry === undefined ? null : { row: 'entry', entry, key: `${section} ${entry.place}` };
}

function groupedRows(entries: readonly Entry[]): GridRow[] {
  const { groups, others } = groupHolders(entries);
  const families = groups.filter((group) => group.entries.length > 1);
  const elsewhere = new Set(others);
  for (const family of families) for (const entry of family.entries) elsewhere.add(entry);
  const rows: GridRow[] = [];
  for (const { subject, entries } of families) addSection(rows, { sort: 'family', subject }, entries);
  addSection(
    rows,
    { sort: 'single' },
    entries.filter((entry) => !elsewhere.has(entry)),
  );
  addSection(rows, { sort: 'unknown' }, others);
  return rows;
}

function addSection(rows: GridRow[], family: Family, entries: readonly Entry[]): void {
  if (entries.length === 0) return;
  const name = family.sort === 'family' ? `family ${family.subject}` : family.sort;
  rows.push({ row: 'heading', family, count: entries.length, key: name });
  for (const entry of entries) rows.push({ row: 'entry', entry, key: `${name} ${entry.place}` });
}
