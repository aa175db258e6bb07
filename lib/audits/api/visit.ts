import type { PastReport } from '../timeline.ts';

/** A report in the history of a site. */
export type Visit = PastReport & {
  id: string;
  /** The page's host. A timeline holds the visits of one site. */
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
