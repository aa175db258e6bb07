import type { PastReport } from '../timeline.ts';

/** A report in the history of a site. */
export type Visit = PastReport & {
  id: string;
  /** Host of the page: what a timeline is made of. */
  site: string;
};

/** A site with a history. */
export type KnownSite = {
  site: string;
  /** How many reports its history holds. */
  visits: number;
  /** ISO 8601 in UTC. */
  lastReadAt: string;
};
