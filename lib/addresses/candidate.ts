import type { SiteAddress } from './site-address.ts';

/** A text that may be an address, its line (from 1), and the result of reading it. */
export type Candidate = { line: number; asked: string; site: SiteAddress };
