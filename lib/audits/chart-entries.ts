import type { Outcome } from '../checks/outcome.ts';
import type { ProvinceCode } from '../icp/data/provinces.ts';
import { isOwn } from '../icp/finding.ts';
import type { Entry } from './entry.ts';
import type { EntryState } from './live-audit.ts';

/** How many sites have each value, for charts. Values that no site has are left out. */
export type EntryCounts = {
  endings: Map<EntryState, number>;
  /** The outcome of a site's checks together. Sites of which no page was read are not counted. */
  outcomes: Map<Outcome, number>;
  /** Sites of which no page was read. */
  notRead: number;
  /** The provinces of a site's own numbers. A site with numbers of two provinces counts in both. */
  provinces: Map<ProvinceCode, number>;
  /** Sites without own numbers, and sites whose own numbers show no province. */
  withoutProvince: number;
};

/** Counts entries for charts, in one pass. */
export function countEntries(entries: readonly Entry[]): EntryCounts {
  const counts: EntryCounts = {
    endings: new Map(),
    outcomes: new Map(),
    notRead: 0,
    provinces: new Map(),
    withoutProvince: 0,
  };
  for (const { ending, worst, numbers } of entries) {
    add(counts.endings, ending?.state ?? 'waiting');
    if (worst !== null) add(counts.outcomes, worst);
    else counts.notRead++;
    const seen: ProvinceCode[] = [];
    // On a redirected address, the numbers belong to another site.
    for (const number of ending?.state === 'numbers' ? numbers : []) {
      const { province } = number;
      if (province === null || !isOwn(number) || seen.includes(province)) continue;
      seen.push(province);
      add(counts.provinces, province);
    }
    if (seen.length === 0) counts.withoutProvince++;
  }
  return counts;
}

function add<Value>(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
