import type { SiteAddress } from './site-address.ts';

/** A text that may be an address, where it stood and what it was read as. `line` counts from 1. */
export type Candidate = { line: number; asked: string; site: SiteAddress };
