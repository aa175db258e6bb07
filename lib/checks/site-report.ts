import type { Finding } from '../icp/finding.ts';
import type { Check } from './catalogue.ts';
import { runChecks } from './run-checks.ts';
import type { Server } from './server.ts';

/** All that is known of one page once it was read and checked. */
export type SiteReport = {
  /** Address of the page when it was read, fragment included. */
  url: string;
  findings: Finding[];
  /** Not all of the page's numbers are here: it is very large. */
  capped: boolean;
  /** How many numbers were read and are left out here (see `keepFindings`); missing where none is. */
  leftOut?: number;
  /** Visible frames of other origins, which were not read. */
  otherFrames: number;
  server: Server;
  /** Worst first; see `runChecks`. */
  checks: Check[];
};

/** The report of a page, from what was read of it: its checks are added. */
export function reportOn(page: Omit<SiteReport, 'checks'>): SiteReport {
  return { ...page, checks: runChecks(page) };
}

/** What is known of the page in a tab. */
export type TabReport =
  /** The page is being read; nothing is known yet. */
  | { state: 'scanning' }
  /** The page was read. `findings` may be empty. */
  | ({ state: 'done' } & SiteReport)
  /**
   * Browsers keep extensions out of this page: browser pages, extension stores, PDF viewer. `url`: what the tab shows, empty
   * where the browser does not tell; see `readPageAddress`.
   */
  | { state: 'blocked'; url: string }
  /** The page may be read, but it did not answer or the scan broke. */
  | { state: 'failed' };
