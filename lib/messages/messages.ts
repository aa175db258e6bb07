/**
 * The messages between the extension's parts: one typed map for each direction.
 *
 * Why not a messaging library: those that fit bring webextension-polyfill into the content script (4 kB of a 6 kB budget).
 */
import type { PageLook } from '../audits/page-outcome.ts';
import type { TabReport } from '../checks/site-report.ts';
import type { ScannedBlock } from '../scan/collect.ts';

/** The result of a scan: the blocks that may hold numbers, and whether a limit cut the page short. */
export type Scan = {
  /** Address of the document when it was read, fragment included. */
  url: string;
  blocks: ScannedBlock[];
  capped: boolean;
  /** Visible frames of other origins, which are not read. */
  otherFrames: number;
};

/** A page's answer to a scan request: the result of the scan, and facts that decide the page's outcome. */
export type PageAnswer = Scan &
  PageLook & {
    /** The HTTP status of the page; 0 where the browser does not give it. */
    status: number;
  };

/** A range of a block's text, in characters. */
export type BlockRange = { block: number; start: number; end: number };

/** Requests of the background and the popup to a page. The page's top frame answers. */
export type PageRequests = {
  /** Scan the page now. `null`: the scan failed. */
  scan: { data: null; answer: PageAnswer | null };
  /** Scroll to a number and mark it. `highlight`: the name of its highlight; null: do not mark it. `false`: the number is gone. */
  show: { data: BlockRange & { highlight: string | null }; answer: boolean };
};

/** Messages of pages and the popup to the background. */
export type BackgroundRequests = {
  /** A page was scanned after it loaded or changed. `null`: the scan failed. */
  scanned: { data: Scan | null; answer: undefined };
  /** The tab leaves the page, so its report no longer holds. */
  left: { data: null; answer: undefined };
  /** The popup was opened on a tab: scan it and return the report. */
  inspect: { data: { tabId: number }; answer: TabReport };
};

/** A message as it is sent: the name of a request and its data. */
export type Envelope<Requests> = {
  [Name in keyof Requests]: { name: Name; data: Requests[Name] extends { data: infer Data } ? Data : never };
}[keyof Requests];
