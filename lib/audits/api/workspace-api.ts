/**
 * The functions that the screens of the workspace may call. None rejects because of what a user or a page does: such outcomes
 * are values.
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
  /** The entries of an audit in the order of their indexes, in batches. */
  entries: (audit: string) => AsyncIterable<Entry[]>;
  /** The whole report of the entry at an index; null where no page was read. */
  report: (audit: string, index: number) => Promise<SiteReport | null>;
  /** The screenshot of an entry's page, or why there is none; null where none was wanted. */
  screenshot: (audit: string, index: number) => Promise<MaybeScreenshot | null>;
  /** Opens a reader of addresses for a new audit. */
  openReader: () => AddressReader;
  /** Creates an audit of the same addresses and options, and starts it. `full`: the storage quota is used up. */
  repeat: (audit: BulkAudit, name: string) => Promise<BulkAudit | 'full' | Failure>;
  /** Reads the unreached entries of a finished audit again, in the same audit. Null: the audit started. */
  retry: (audit: string) => Promise<'full' | Failure | null>;
  /** Pauses, resumes or cancels an audit. */
  setState: (audit: string, state: Exclude<AuditState, 'done'>) => Promise<void>;
  delete: (audit: string) => Promise<void>;
  /** Calls back with every event. Returns a function that ends the subscription. */
  subscribe: (listener: (event: AuditEvent) => void) => () => void;
  /** Whether this page is the leader: the one page that works on audits. */
  isLeader: () => boolean;
  /** Whether a full store or an error stopped an audit, and it has not resumed since. */
  isStopped: (audit: string) => boolean;
  /** Saves entries of an audit as a file, unless work on another file is going on: see `FilesApi`. */
  save: (format: AuditFormat, audit: BulkAudit, entries: readonly Entry[]) => void;
  /** Imports an audit from a file, unless work on another file is going on. */
  import: (file: File) => void;
};

/** The writing and importing of files, one at a time. */
export type FilesApi = {
  /** Cancels the present work. Nothing of it is kept. */
  cancel: () => void;
  /** Forgets the result of the last work. */
  dismiss: () => void;
  /**
   * Calls back with the state of the work, at once and on every change; null where there is no work. Returns a function that
   * ends the subscription.
   */
  subscribe: (listener: (work: FileWork | null) => void) => () => void;
};

/** Sources of addresses besides typed text. Null: the user did not give the permission. */
export type SourcesApi = {
  tabs: (scope: TabScope) => Promise<string[] | null>;
  bookmarks: () => Promise<BookmarkFolder[] | null>;
  /** The text of a file. Rejects where the file cannot be read. */
  readFile: (file: File) => Promise<string>;
};

/** An optional permission: whether it is there, and how it is asked for and given back. */
export type PermissionApi = {
  isAllowed: () => Promise<boolean>;
  /** Asks the user for the permission. Call it directly from a click. `false`: the user refused. */
  requestPermission: () => Promise<boolean>;
  removePermission: () => Promise<void>;
};

/** The permission to read pages, which users can withdraw. */
export type SiteAccessApi = {
  /**
   * Calls back with whether every page may be read, at once and on every change. Returns a function that ends the subscription.
   */
  subscribe: (listener: (mayReadAll: boolean) => void) => () => void;
  /** Asks the user for the permission, if it is missing. Call it directly from a click. `false`: the user refused. */
  requestPermission: () => Promise<boolean>;
};

/** The optional permission to take screenshots of pages. */
export type ScreenshotsApi = PermissionApi & {
  /** Whether pages can only be captured in a window of their own. */
  needsWindow: boolean;
};

/** The history of sites. */
export type HistoryApi = {
  sites: () => Promise<KnownSite[]>;
  /** The reports of a site, newest first. */
  visits: (site: string) => Promise<Visit[]>;
  deleteVisit: (id: string) => Promise<void>;
  deleteSites: (sites: readonly string[] | 'all') => Promise<void>;
  /** Saves the evidence report of a visit. */
  saveEvidence: (visit: Visit) => Promise<void>;
  settings: () => Promise<HistorySettings>;
  changeSettings: (settings: HistorySettings) => Promise<void>;
  /** Whether a visit was lost because the storage quota is used up. */
  isFull: () => Promise<boolean>;
};

/** The columns that the user chose for an audit's table, by name; null where the user chose none. */
export type ColumnsApi = {
  read: () => Promise<readonly string[] | null>;
  save: (columns: readonly string[]) => Promise<void>;
};

/** All functions that the screens of the workspace may call. */
export type WorkspaceApi = {
  store: StoreLocation;
  audits: AuditsApi;
  columns: ColumnsApi;
  files: FilesApi;
  sources: SourcesApi;
  siteAccess: SiteAccessApi;
  /** The permission to see the servers of pages. */
  servers: PermissionApi;
  screenshots: ScreenshotsApi;
  history: HistoryApi;
  /** The storage used and allowed; null where the browser does not say. */
  storageQuota: () => Promise<StorageQuota | null>;
  /** The numbers in a text, parsed and checked. */
  findNumbers: (text: string) => Match[];
  /** Copies a text to the clipboard. `false`: the browser did not allow it. */
  copy: (text: string) => Promise<boolean>;
  /** Opens an address in a new tab. */
  openPage: (url: string) => void;
  /** Shows another part of the workspace, such as `#check`. */
  navigate: (href: string) => void;
  now: () => Date;
};
