import type { AuditFormat } from '../audit-format.ts';

/** A task on a file: writing one of a format, or importing one. */
export type FileTask = AuditFormat | 'import';

/** The state of the work on a file. */
export type FileWork =
  /**
   * `subject`: the audit that is written, or the file that is imported. `all`: the number of steps; null where it is not known.
   */
  | { state: 'going'; task: FileTask; subject: string; done: number; all: number | null }
  /** The browser saves the file. `cutCells`: how many cells were cut because they held more than a spreadsheet cell takes. */
  | { state: 'saved'; file: string; cutCells: number }
  | { state: 'imported'; audit: { id: string; name: string } }
  | { state: 'cancelled'; task: FileTask }
  /** The file cannot be imported. `why`: the reason, in the user's language. */
  | { state: 'refused'; why: string }
  /** `why`: the error's message; null where the browser ended the worker, most often for lack of memory. */
  | { state: 'failed'; task: FileTask; why: string | null };
