/** What the workspace has others do. Nothing here rejects for what a user or a page may do: such things come back as values. */

import type { AuditFormat } from '../../lib/audit/audit-format.ts';
import type { AuditOptions, AuditState, BulkAudit } from '../../lib/audit/bulk-audit.ts';
import type { Entry } from '../../lib/audit/entry.ts';
import type { MaybePicture } from '../../lib/audit/page-picture.ts';
import type { SiteReport } from '../../lib/audit/site-report.ts';
import type { AddressSummary } from '../../lib/audit/summarise-addresses.ts';
import type { PastReport } from '../../lib/audit/timeline.ts';
import type { Match } from '../../lib/icp/number.ts';

/** What went wrong, in words of the browser. */
export type Broken = { broken: string };

/** Where audits and history are kept; see `StorePlace`. */
export type Store =
  | { place: 'disk' }
  /** In this page, which is in a private window: gone when it is closed. */
  | { place: 'memory' }
  /** Another page of an older version has to be closed first. */
  | { place: 'awaited' }
  | { place: 'none'; fault: 'too-new' | 'full' | 'other'; why: string };

/** What happens to audits, here or in another page of the workspace. */
export type AuditEvent =
  | { name: 'audits' }
  | { name: 'entry'; entry: Entry; isOpen: boolean }
  | { name: 'skipped'; audit: string }
  | { name: 'waiting'; audit: string }
  | { name: 'full'; audit: string }
  | { name: 'broken'; audit: string; why: string }
  | { name: 'here' }
  | { name: 'room' };

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
  /** By place, some at a time. */
  entries: (audit: string) => AsyncIterable<Entry[]>;
  /** The whole report of an entry; null where nothing was read. */
  report: (audit: string, place: number) => Promise<SiteReport | null>;
  /** The picture of an entry's page, or why there is none; null where none was wanted. */
  picture: (audit: string, place: number) => Promise<MaybePicture | null>;
  /** Opens a reader of addresses for a new audit. */
  reader: () => AddressReader;
  /** Makes an audit again: a new one of the same addresses and options, which begins. */
  again: (audit: BulkAudit, name: string) => Promise<BulkAudit | 'full' | Broken>;
  /** Has what was not reached by an audit that is over be read again, by the same audit. */
  retry: (audit: string) => Promise<'full' | Broken | null>;
  set: (audit: string, state: Exclude<AuditState, 'done'>) => Promise<void>;
  delete: (audit: string) => Promise<void>;
  follow: (heard: (event: AuditEvent) => void) => () => void;
  /** Whether this page is the one that works on audits. */
  worksHere: () => boolean;
  /** Whether an audit was stopped for want of room, or because something broke, and has not gone on since. */
  isStopped: (audit: string) => boolean;
  /** Saves entries of an audit as a file, unless another file is worked on: see `FileDeeds`. */
  save: (format: AuditFormat, audit: BulkAudit, entries: readonly Entry[]) => void;
  /** Takes in an audit from a file, unless another file is worked on. */
  import: (file: File) => void;
};

/** What was read of some texts. `unreadable`: which of them, from 0, are files that cannot be read. */
export type ReadTexts = { summary: AddressSummary; unreadable: number[] };

export type AddressReader = {
  /**
   * Reads texts and files of texts, each by itself; of a table the column at its place in `columns`, from 0, null for the
   * likeliest. `overtaken`: it was asked to read others before it was done. `lost`: the browser broke it off.
   */
  read: (
    texts: readonly (string | Blob)[],
    columns: readonly (number | null)[],
  ) => Promise<ReadTexts | 'overtaken' | 'lost' | Broken>;
  /** Makes an audit of all that was read last and has it begin; `full` where there is no room for it. */
  start: (
    name: string,
    options: AuditOptions,
    progress: (done: number, all: number | null) => void,
  ) => Promise<BulkAudit | 'full' | 'lost' | Broken>;
  close: () => void;
};

/** How the work on a file stands, or how it ended. */
export type FileWork =
  /** `subject`: the audit that is written, or the file that is opened. `all`: null where nobody can say how long it takes. */
  | { state: 'going'; task: AuditFormat | 'import'; subject: string; done: number; all: number | null }
  /** `cutCells`: cells that held more than a spreadsheet takes. */
  | { state: 'saved'; file: string; cutCells: number }
  | { state: 'imported'; audit: { id: string; name: string } }
  | { state: 'cancelled'; task: AuditFormat | 'import' }
  /** The file cannot be taken in; a text says why. */
  | { state: 'refused'; why: string }
  /** `why`: what went wrong; null where the browser broke it off. */
  | { state: 'failed'; task: AuditFormat | 'import'; why: string | null };

/** Files are worked on one at a time. */
export type FileDeeds = {
  cancel: () => void;
  /** Puts away how the last work ended. */
  dismiss: () => void;
  /** Calls back with how the work stands, at once and whenever it changes; null where there is none. */
  follow: (heard: (work: FileWork | null) => void) => () => void;
};

/** Null: the user did not allow it. */
export type SourceDeeds = {
  tabs: (scope: 'window' | 'all') => Promise<string[] | null>;
  bookmarks: () => Promise<BookmarkFolder[] | null>;
  /** Rejects where the file cannot be read. */
  readFile: (file: File) => Promise<string>;
};

export type ServerDeeds = {
  mayAsk: () => Promise<boolean>;
  /** Asks the browser for the right. `false`: it was not given. */
  ask: () => Promise<boolean>;
  stop: () => Promise<void>;
};

/** The right to read pages, which users can take back. */
export type PageDeeds = {
  /** Calls back with whether every page may be read, at once and whenever that changes. Gives a function that ends it. */
  follow: (heard: (mayReadAll: boolean) => void) => () => void;
  /** Asks the browser for the right, where it is missing. `false`: it was not given. */
  ask: () => Promise<boolean>;
};

export type PictureDeeds = {
  /** Whether pages can be pictured in a window of their own alone. */
  needsWindow: boolean;
  mayTake: () => Promise<boolean>;
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

/** The columns that the reader chose for the table of an audit, by their names; null where none were chosen. */
export type ColumnDeeds = {
  read: () => Promise<readonly string[] | null>;
  keep: (columns: readonly string[]) => Promise<void>;
};

export type WorkspaceDeeds = {
  store: Store;
  audits: AuditDeeds;
  columns: ColumnDeeds;
  files: FileDeeds;
  sources: SourceDeeds;
  pages: PageDeeds;
  servers: ServerDeeds;
  pictures: PictureDeeds;
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
