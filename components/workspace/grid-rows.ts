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

/**
 * The rows for some entries, in their order. `grouped`: by holder, the largest family first; an entry stands in each family
 * whose number it shows.
 */
export function rowsOf(entries: readonly Entry[], grouped: boolean): GridRow[] {
  if (!grouped) return entries.map((entry) => ({ row: 'entry', entry, key: String(entry.place) }));
  const { groups, others } = groupHolders(entries);
  const families = groups.filter((group) => group.entries.length > 1);
  const inFamilies = new Set([...families.flatMap((family) => family.entries), ...others]);
  return [
    ...families.flatMap(({ subject, entries }) => section({ sort: 'family', subject }, entries)),
    ...section(
      { sort: 'single' },
      entries.filter((entry) => !inFamilies.has(entry)),
    ),
    ...section({ sort: 'unknown' }, others),
  ];
}

function section(family: Family, entries: readonly Entry[]): GridRow[] {
  if (entries.length === 0) return [];
  const name = family.sort === 'family' ? `family ${family.subject}` : family.sort;
  return [
    { row: 'heading', family, count: entries.length, key: name },
    ...entries.map((entry): GridRow => ({ row: 'entry', entry, key: `${name} ${entry.place}` })),
  ];
}
