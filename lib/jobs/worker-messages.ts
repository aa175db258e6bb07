/**
 * The messages between a page of the workspace and its worker.
 *
 *   page ──task──▶ worker ──ready, progress …──▶ page ◀──answer── worker
 *
 * A worker runs one task at a time. To cancel a task, the page ends the worker: the browser rolls back its pending writes and frees
 * its memory.
 */

import type { AddressSummary } from '../addresses/summarise-addresses.ts';
import type { AuditFormat } from '../audits/audit-format.ts';
import type { BulkAudit } from '../audits/bulk-audit.ts';
import type { ImportFault } from '../audits/import-fault.ts';
import type { Tool } from '../export/tool.ts';
import type { Language } from '../texts/language/translate.ts';
import type { AuditFile } from './audit-files.ts';

/** A new audit without its size, which the worker adds. */
export type AuditHead = Omit<BulkAudit, 'size'>;

/** A task that a page gives to its worker. */
export type WorkerTask =
  /** Read addresses from texts and text files, each by itself. `columns`: for each text, the column to read if it is a table. */
  | { name: 'read'; texts: (string | Blob)[]; columns: (number | null)[] }
  /** Create an audit of the addresses that were read last. */
  | { name: 'start'; audit: AuditHead }
  /** Write the entries of an audit at some indexes to a file, in the order given. */
  | { name: 'save'; format: AuditFormat; audit: string; places: number[]; language: Language; tool: Tool }
  /** Import an audit from a file. */
  | { name: 'import'; file: Blob };

/** The result of a task. */
export type WorkerAnswer =
  /** `unreadable`: the indexes of the texts that are unreadable files. */
  | { name: 'read'; summary: AddressSummary; unreadable: number[] }
  | { name: 'started'; size: number }
  | { name: 'saved'; file: AuditFile }
  | { name: 'imported'; audit: { id: string; name: string } }
  | { name: 'refused'; fault: ImportFault }
  /** The store is full; nothing was written. */
  | { name: 'full' }
  /** An error was thrown; `why` is its message, in the browser's words. */
  | { name: 'failed'; why: string };

/** A message from a worker to its page. */
export type WorkerMessage =
  /** The worker got a task. It holds the lock of this name as long as it lives. */
  { name: 'ready'; lock: string } | { name: 'progress'; done: number; all: number | null } | WorkerAnswer;
