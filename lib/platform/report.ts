import type { Finding } from '../icp/finding.ts';

/** What is known of the page in a tab. */
export type TabReport =
  /** The page is being read; nothing is known yet. */
  | { state: 'scanning' }
  /**
   * The page was read. `findings` may be empty. `capped`: so large that only its first part was
   * read. `otherFrames`: visible frames of other origins, which were not read.
   */
  | { state: 'done'; url: string; findings: Finding[]; capped: boolean; otherFrames: number }
  /** Browsers keep extensions out of this page: browser pages, extension stores, PDF viewer. */
  | { state: 'blocked' }
  /** The page may be read, but it did not answer or the scan broke. */
  | { state: 'failed' };

/** The key of a tab's report in `storage.session`. */
export const reportKey = (tabId: number): `tab:${number}` => `tab:${tabId}`;
