import type { Finding } from '../icp/finding.ts';
import type { Server } from './server.ts';

/** A page as it was read: what is checked. */
export type AuditedPage = {
  /** Address of the page, as the browser writes it. */
  url: string;
  findings: readonly Finding[];
  server: Server;
};

/** What a check is given: the page, with the site's own numbers picked out. */
export type Subject = AuditedPage & {
  /** The numbers that the site shows as its own, for visitors to see. */
  own: readonly Finding[];
  /** The numbers that stand as the site's own in the source, and that no visitor sees. */
  hidden: readonly Finding[];
};
