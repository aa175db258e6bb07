import { isOwn } from '../icp/finding.ts';
import type { ProvinceCode } from '../icp/provinces.ts';
import type { Outcome } from './checks.ts';
import type { Entry } from './entry.ts';
import type { EntryState } from './live-audit.ts';

/** How many sites fall under each value: what charts draw. Values that no site has are left out. */
export type EntryCounts = {
  endings: Map<EntryState, number>;
  /** The worst outcome of a site's checks; sites of which nothing was read are in none. */
  outcomes: Map<Outcome, number>;
  /** The provinces of a site's own numbers; a site with numbers of two counts in both. */
  provinces: Map<ProvinceCode, number>;
};

/** Counts entries for charts, in one walk. */
export function countEntries(entries: readonly Entry[]): EntryCounts {
  const counts: EntryCounts = { endings: new Map(), outcomes: new Map(), provinces: new Map() };
  for (const { ending, worst, numbers } of entries) {
    add(counts.endings, ending?.state ?? 'waiting');
    if (worst !== null) add(counts.outcomes, worst);
    // What stands where an address led to is another site's.
    if (ending?.state !== 'numbers') continue;
    const seen: ProvinceCode[] = [];
    for (const number of numbers) {
      const { province } = number;
      if (province === null || !isOwn(number) || seen.includes(province)) continue;
      seen.push(province);
      add(counts.provinces, province);
    }
  }
  return counts;
}

function add<Value>(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
