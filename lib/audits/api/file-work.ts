import type { AuditFormat } from '../audit-format.ts';

/** What kind of work on a file it is: the format of one that is written, or the import of one. */
export type FileTask = AuditFormat | 'import';

/** How the work on a file stands, or how it ended. */
export type FileWork =
  /** `subject`: the audit that is written, or the file that is imported. `all`: null where the number of steps is not known. */
  | { state: 'going'; task: FileTask; subject: string; done: number; all: number | null }
  /** The browser saves the file. `cutCells`: how many cells held more than a spreadsheet cell takes, and were cut. */
  | { state: 'saved'; file: string; cutCells: number }
  | { state: 'imported'; audit: { id: string; name: string } }
  | { state: 'cancelled'; task: FileTask }
  /** The file cannot be imported. `why` says so in the reader's language. */
  | { state: 'refused'; why: string }
  /** `why`: the error's message; null where the browser ended the worker, most often for want of memory. */
  | { state: 'failed'; task: FileTask; why: string | null };
