import type { AddressSummary } from '../../addresses/summarise-addresses.ts';
import type { AuditOptions, BulkAudit } from '../bulk-audit.ts';
import type { Failure } from './failure.ts';
import type { OnProgress } from './on-progress.ts';

/** The addresses of some texts. `unreadable`: the indexes, from 0, of those that are files which cannot be read. */
export type ReadTexts = { summary: AddressSummary; unreadable: number[] };

/**
 * Why work was not done. `lost`: the browser ended the worker, most often for lack of memory. `Failure`: an error was thrown.
 */
export type ReaderFault = 'lost' | Failure;

/** Reads addresses for a new audit, and creates the audit. */
export type AddressReader = {
  /**
   * Reads texts and files of texts, each by itself. `columns`: for each table, the index from 0 of its column to read, or null
   * for the likeliest column. `overtaken`: `read` was called again before this call was done.
   */
  read: (
    texts: readonly (string | Blob)[],
    columns: readonly (number | null)[],
  ) => Promise<ReadTexts | 'overtaken' | ReaderFault>;
  /**
   * Creates an audit of all addresses that were read last, and starts it. `full`: the storage quota is used up, and no audit
   * was created.
   */
  start: (name: string, options: AuditOptions, onProgress: OnProgress) => Promise<BulkAudit | 'full' | ReaderFault>;
  /** Ends the reader and its work. */
  close: () => void;
};
