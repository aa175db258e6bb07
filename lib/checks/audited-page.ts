/** What a check is given of a page, and what it gives. */
import type { Finding } from '../icp/finding.ts';
import type { AnswerCode } from './catalogue.ts';
import type { Server } from './server.ts';

/** A page as it was read: what is audited. */
export type AuditedPage = {
  /** Address of the page, as the browser writes it. */
  url: string;
  findings: readonly Finding[];
  server: Server;
};

/** The same, with the site's own numbers picked out: those it shows as its own, for visitors to see. */
export type Subject = AuditedPage & { own: readonly Finding[] };

/** What one check says: an answer, what its words need, and the findings it is about. */
export type Answer = { answer: AnswerCode; parts?: readonly string[]; about?: readonly Finding[] };
