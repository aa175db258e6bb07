import type { Finding } from '../lib/icp/finding.ts';

/** What is known of the page in front of the reader. */
export type PageState =
  /** It is being read. */
  | { state: 'scanning' }
  /**
   * It was read: its address, what was found, whether it was so large that only its first part was read, and how many
   * visible frames of other sites were left out.
   */
  | { state: 'done'; url: string; findings: Finding[]; capped: boolean; otherFrames: number }
  /** The browser keeps extensions out of it. */
  | { state: 'blocked' }
  /** It did not answer, or reading it broke. */
  | { state: 'failed' };
