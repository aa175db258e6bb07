/**
 * What the extension's parts say to one another: one typed map for each direction.
 *
 * Why not a messaging library: those that fit bring webextension-polyfill into the content script (4 kB of a 6 kB budget).
 */
import type { PageLook } from '../audits/page-outcome.ts';
import type { TabReport } from '../checks/site-report.ts';
import type { ScannedBlock } from '../scan/collect.ts';

/** What a scan hands over: the blocks that may hold numbers, and whether a cap cut the page short. */
export type Scan = {
  /** Address of the document when it was read, fragment included. */
  url: string;
  blocks: ScannedBlock[];
  capped: boolean;
  /** Visible frames of other origins, which are not read. */
  otherFrames: number;
};

/** What a page answers when it is asked: what was scanned, and what else tells how it ended. */
export type PageAnswer = Scan &
  PageLook & {
    /** The HTTP status it came with; 0 where the browser does not tell. */
    status: number;
  };

/** A stretch of a block's text, to be found again on the page. */
export type BlockRange = { block: number; start: number; end: number };

/** What the background and the popup ask of a page. Answers come from the page's top frame. */
export type PageRequests = {
  /** Read the page now. `null`: the scan broke. */
  scan: { data: null; answer: PageAnswer | null };
  /** Scroll to a number and mark it by a highlight of a name, or, where that is null, not at all. False: it is no longer there. */
  show: { data: BlockRange & { highlight: string | null }; answer: boolean };
};

/** What pages and the popup tell the background. */
export type BackgroundRequests = {
  /** A page was read, by itself or because it changed. `null`: the scan broke. */
  scanned: { data: Scan | null; answer: undefined };
  /** The page is being left: what was read of it is no longer the tab's. */
  left: { data: null; answer: undefined };
  /** The popup was opened on a tab: see to it that its report is up to date, and tell it. */
  inspect: { data: { tabId: number }; answer: TabReport };
};

/** A message as it crosses: the name of a request and its data. */
export type Envelope<Requests> = {
  [Name in keyof Requests]: { name: Name; data: Requests[Name] extends { data: infer Data } ? Data : never };
}[keyof Requests];
