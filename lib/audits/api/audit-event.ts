import type { Entry } from '../entry.ts';

/** A change of an audit, in this page of the workspace or in another. */
export type AuditEvent =
  /** An audit was made, deleted or changed its state. */
  | { name: 'audits' }
  /** An entry was opened or closed. */
  | { name: 'entry'; entry: Entry; isOpen: boolean }
  /** The waiting entries of a cancelled audit were skipped. */
  | { name: 'skipped'; audit: string }
  /** Entries of a finished audit wait again. */
  | { name: 'waiting'; audit: string }
  /** An audit was paused because the storage quota is used up; nothing is lost. */
  | { name: 'full'; audit: string }
  /** An audit was paused because of an error; `why` is the browser's message. */
  | { name: 'broken'; audit: string; why: string }
  /** This page became the leader: the one page that works on audits. */
  | { name: 'leader' }
  /** Something was deleted, so there is storage again. */
  | { name: 'space-freed' };
