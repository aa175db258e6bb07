/**
 * What the screens of the workspace may ask for. No function here rejects for what a user or a page may do: such outcomes are
 * values.
 */

import type { SiteReport } from '../../checks/site-report.ts';
import type { Match } from '../../icp/number.ts';
import type { AuditFormat } from '../audit-format.ts';
import type { AuditState, BulkAudit } from '../bulk-audit.ts';
import type { Entry } from '../entry.ts';
import type { MaybeScreenshot } from '../page-screenshot.ts';
import type { AddressReader } from './address-reader.ts';
import type { BookmarkFolder, TabScope } from './address-sources.ts';
import type { AuditEvent } from './audit-event.ts';
import type { Failure } from './failure.ts';
import type { FileWork } from './file-work.ts';
import type { HistorySettings } from './history-settings.ts';
import type { StorageQuota } from './storage-quota.ts';
import type { StoreLocation } from './store-location.ts';
import type { KnownSite, Visit } from './visit.ts';

/** Audits of many sites. */
export type AuditsApi = {
  /** All audits, the newest first. */
  list: () => Promise<BulkAudit[]>;
  /** The entries of an audit by their index, in batches. */
  entries: (audit: string) => AsyncIterable<Entry[]>;
  /** The whole report of the entry at an index; null where nothing was read. */
  report: (audit: string, index: number) => Promise<SiteReport | null>;
  /** The screenshot of an entry's page, or why there is none; null where none was wanted. */
  screenshot: (audit: string, index: number) => Promise<MaybeScreenshot | null>;
  /** Opens a reader of addresses for a new audit. */
  openReader: () => AddressReader;
  /** Creates an audit of the same addresses and options, and starts it. `full`: the storage quota is used up. */
  repeat: (audit: BulkAudit, name: string) => Promise<BulkAudit | 'full' | Failure>;
  /** Reads the unreached entries of a finished audit again, in the same audit. Null: it started. */
  retry: (audit: string) => Promise<'full' | Failure | null>;
  /** Pauses, resumes or cancels an audit. */
  setState: (audit: string, state: Exclude<AuditState, 'done'>) => Promise<void>;
  delete: (audit: string) => Promise<void>;
  /** Calls back with every event. Returns a function that ends it. */
  subscribe: (listener: (event: AuditEvent) => void) => () => void;
  /** Whether this page is the one that works on audits. */
  isLeader: () => boolean;
  /** Whether an audit was stopped by a full store or an error, and has not gone on since. */
  isStopped: (audit: string) => boolean;
  /** Saves entries of an audit as a file, unless another file is being worked on: see `FilesApi`. */
  save: (format: AuditFormat, audit: BulkAudit, entries: readonly Entry[]) => void;
  /** Imports an audit from a file, unless another file is being worked on. */
  import: (file: File) => void;
};

/** Files that are written or imported, one at a time. */
export type FilesApi = {
  /** Ends the work that is going on. Nothing of it stays. */
  cancel: () => void;
  /** Forgets how the last work ended. */
  dismiss: () => void;
  /** Calls back with how the work stands, at once and whenever it changes; null where there is none. Returns a function that ends it. */
  subscribe: (listener: (work: FileWork | null) => void) => () => void;
};

/** Where addresses can be taken from. Null: the user did not allow it. */
export type SourcesApi = {
  tabs: (scope: TabScope) => Promise<string[] | null>;
  bookmarks: () => Promise<BookmarkFolder[] | null>;
  /** The text of a file. Rejects where it cannot be read. */
  readFile: (file: File) => Promise<string>;
};

/** The optional permission to see the servers of pages. */
export type ServersApi = {
  isAllowed: () => Promise<boolean>;
  /** Asks the user for the permission. To be called straight from a click. `false`: it was not given. */
  requestPermission: () => Promise<boolean>;
  removePermission: () => Promise<void>;
};

/** The permission to read pages, which users can take back. */
export type PagesApi = {
  /** Calls back with whether every page may be read, at once and whenever that changes. Returns a function that ends it. */
  subscribe: (listener: (mayReadAll: boolean) => void) => () => void;
  /** Asks the user for the permission, where it is missing. To be called straight from a click. `false`: it was not given. */
  requestPermission: () => Promise<boolean>;
};

/** The optional permission to take screenshots of pages. */
export type ScreenshotsApi = ServersApi & {
  /** Whether pages can only be captured in a window of their own. */
  needsWindow: boolean;
};

/** The history of sites. */
export type HistoryApi = {
  sites: () => Promise<KnownSite[]>;
  /** The reports of a site, the newest first. */
  visits: (site: string) => Promise<Visit[]>;
  deleteVisit: (id: string) => Promise<void>;
  deleteSites: (sites: readonly string[] | 'all') => Promise<void>;
  /** Saves the evidence report of a visit. */
  saveEvidence: (visit: Visit) => Promise<void>;
  settings: () => Promise<HistorySettings>;
  changeSettings: (settings: HistorySettings) => Promise<void>;
  /** Whether a visit could not be kept because the storage quota is used up. */
  isFull: () => Promise<boolean>;
};

/** The columns that the user chose for the table of an audit, by their names; null where none were chosen. */
export type ColumnsApi = {
  read: () => Promise<readonly string[] | null>;
  save: (columns: readonly string[]) => Promise<void>;
};

/** All that the screens of the workspace may ask for. */
export type WorkspaceApi = {
  store: StoreLocation;
  audits: AuditsApi;
  columns: ColumnsApi;
  files: FilesApi;
  sources: SourcesApi;
  pages: PagesApi;
  servers: ServersApi;
  screenshots: ScreenshotsApi;
  history: HistoryApi;
  /** How much storage everything takes and may take; null where the browser does not say. */
  storageQuota: () => Promise<StorageQuota | null>;
  /** The numbers in a text, parsed and checked. */
  findNumbers: (text: string) => Match[];
  /** Copies a text to the clipboard. `false`: the browser did not allow it. */
  copy: (text: string) => Promise<boolean>;
  /** Opens an address in a new tab. */
  openPage: (url: string) => void;
  /** Shows another part of the workspace: `#check`. */
  navigate: (href: string) => void;
  now: () => Date;
};
