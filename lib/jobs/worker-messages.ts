/**
 * What the workspace's page and its worker say to one another.
 *
 *   page ──task──▶ worker ──ready, progress …──▶ page ◀──answer── worker
 *
 * A worker has one task at a time. To end one before it is done, the page ends the worker: what it was writing into the store
 * is undone by the browser, and what it held is free.
 */

import type { AddressSummary } from '../addresses/summarise-addresses.ts';
import type { AuditFormat } from '../audits/audit-format.ts';
import type { BulkAudit } from '../audits/bulk-audit.ts';
import type { ImportFault } from '../audits/import-fault.ts';
import type { Tool } from '../export/tool.ts';
import type { Language } from '../texts/language/translate.ts';
import type { AuditFile } from './audit-files.ts';

/** The head of a new audit: how many addresses it has, the worker knows. */
export type AuditHead = Omit<BulkAudit, 'size'>;

/** What a page has its worker do. */
export type WorkerTask =
  /** Read addresses from texts and files of texts, each by itself; of a table, the column at the text's place in `columns`. */
  | { name: 'read'; texts: (string | Blob)[]; columns: (number | null)[] }
  /** Make an audit of the addresses that were read last. */
  | { name: 'start'; audit: AuditHead }
  /** Write a file of the entries of an audit at some places, in the order of these. */
  | { name: 'save'; format: AuditFormat; audit: string; places: number[]; language: Language; tool: Tool }
  /** Take an audit in from a file. */
  | { name: 'import'; file: Blob };

/** How a task ended. */
export type WorkerAnswer =
  /** `unreadable`: which of the texts are files that cannot be read. */
  | { name: 'read'; summary: AddressSummary; unreadable: number[] }
  | { name: 'started'; size: number }
  | { name: 'saved'; file: AuditFile }
  | { name: 'imported'; audit: { id: string; name: string } }
  | { name: 'refused'; fault: ImportFault }
  /** The store is full; nothing was kept. */
  | { name: 'full' }
  /** Something broke; `why` says what, in words of the browser. */
  | { name: 'failed'; why: string };

/** What a worker tells its page. */
export type WorkerMessage =
  /** It has a task. It holds the lock of this name as long as it lives. */
  { name: 'ready'; lock: string } | { name: 'progress'; done: number; all: number | null } | WorkerAnswer;
