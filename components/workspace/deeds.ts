/** What the workspace has others do. Nothing here rejects for what a user or a page may do: such things come back as values. */
import type { AuditOptions, AuditState, BulkAudit } from '../../lib/audit/bulk-audit.ts';
import type { Entry } from '../../lib/audit/entry.ts';
import type { SiteReport } from '../../lib/audit/site-report.ts';
import type { PastReport } from '../../lib/audit/timeline.ts';
import type { Match } from '../../lib/icp/number.ts';

/** What happens to audits, here or in another page of the workspace. */
export type AuditEvent =
  | { name: 'audits' }
  | { name: 'entry'; entry: Entry; isOpen: boolean }
  | { name: 'skipped'; audit: string }
  | { name: 'full' }
  | { name: 'broken' }
  | { name: 'here' }
  | { name: 'room' };

/** An address as it was given and as it is to be opened. */
export type AskedSite = { asked: string; address: string };

/** What an audit can be written as. */
export type FileFormat = 'csv-sites' | 'csv-numbers' | 'xlsx' | 'json' | 'evidence';

/** A report in a site's history. */
export type Visit = PastReport & { id: string; site: string };

/** A site with a history. */
export type KnownSite = { site: string; visits: number; lastReadAt: string };

/** What the user has settled about history. */
export type HistorySettings = { keepVisits: boolean; keepDays: number | null };

/** A folder of bookmarks with the addresses in it. */
export type BookmarkFolder = { id: string; path: string[]; addresses: string[] };

export type AuditDeeds = {
  /** The newest first. */
  list: () => Promise<BulkAudit[]>;
  entries: (audit: string) => Promise<Entry[]>;
  /** The whole report of an entry; null where nothing was read. */
  report: (audit: string, place: number) => Promise<SiteReport | null>;
  /** Makes an audit and has it begin; `full` where there is no room for it. */
  start: (name: string, options: AuditOptions, sites: readonly AskedSite[]) => Promise<BulkAudit | 'full'>;
  set: (audit: string, state: Exclude<AuditState, 'done'>) => Promise<void>;
  delete: (audit: string) => Promise<void>;
  follow: (heard: (event: AuditEvent) => void) => () => void;
  /** Whether this page is the one that works on audits. */
  worksHere: () => boolean;
  /** Saves entries of an audit as a file. */
  save: (format: FileFormat, audit: BulkAudit, entries: readonly Entry[]) => Promise<void>;
  /** Takes in an audit from a file; a text says why not. */
  import: (file: File) => Promise<{ ok: true; audit: BulkAudit } | { ok: false; why: string }>;
};

/** Null: the user did not allow it. */
export type SourceDeeds = {
  tabs: (scope: 'window' | 'all') => Promise<string[] | null>;
  bookmarks: () => Promise<BookmarkFolder[] | null>;
  readFile: (file: File) => Promise<string>;
};

export type ServerDeeds = {
  mayAsk: () => Promise<boolean>;
  /** Asks the browser for the right. `false`: it was not given. */
  ask: () => Promise<boolean>;
  stop: () => Promise<void>;
};

export type HistoryDeeds = {
  sites: () => Promise<KnownSite[]>;
  /** The newest first. */
  visits: (site: string) => Promise<Visit[]>;
  deleteVisit: (id: string) => Promise<void>;
  deleteSites: (sites: readonly string[] | 'all') => Promise<void>;
  /** Saves the evidence report of a visit. */
  save: (visit: Visit) => Promise<void>;
  settings: () => Promise<HistorySettings>;
  change: (settings: HistorySettings) => Promise<void>;
  /** Whether a visit could not be kept for want of room. */
  isFull: () => Promise<boolean>;
};

export type WorkspaceDeeds = {
  audits: AuditDeeds;
  sources: SourceDeeds;
  servers: ServerDeeds;
  history: HistoryDeeds;
  /** How much room everything takes and may take, in bytes; null where the browser does not say. */
  room: () => Promise<{ usedBytes: number; allowedBytes: number } | null>;
  /** The numbers in a text, judged. */
  find: (text: string) => Match[];
  /** Puts a text on the clipboard. `false`: the browser did not allow it. */
  copy: (text: string) => Promise<boolean>;
  /** Opens an address in a new tab. */
  open: (url: string) => void;
  /** Goes to another part of the workspace: `#check`. */
  go: (href: string) => void;
  now: () => Date;
};
