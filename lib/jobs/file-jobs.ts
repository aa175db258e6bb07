/**
 * Writes and imports files of audits in a worker, one at a time. A component that shows the job subscribes to it. The job continues
 * whichever part of the workspace is shown.
 *
 *   none ──save, import──▶ going ──▶ saved, imported, refused, failed
 *                            └──user──▶ cancelled          each ──user, next file──▶ none
 */

import type { FileTask, FileWork } from '../audits/api/file-work.ts';
import type { FilesApi } from '../audits/api/workspace-api.ts';
import type { AuditFormat } from '../audits/audit-format.ts';
import type { Tool } from '../export/tool.ts';
import { importFaultText } from '../texts/import-texts.ts';
import { languageOf, type Translate } from '../texts/language/translate.ts';
import { openWorkerClient, type TaskWorker, type WorkerClient, WorkerLostError } from './worker-client.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** The file jobs of a page. */
export type FileJobs = FilesApi & {
  /** Writes the entries of an audit at some indexes to a file, in the order given, and saves it. `false`: another job is running. */
  save: (format: AuditFormat, audit: { id: string; name: string }, places: number[]) => boolean;
  /** Imports an audit from a file. `false`: another job is running. */
  import: (file: File) => boolean;
};

/** What file jobs depend on. */
type FileJobsTools = {
  makeWorker: () => TaskWorker;
  saveFile: (file: { name: string; content: Blob }) => void;
  t: Translate;
  tool: Tool;
};

/** Opens the file jobs of a page. */
export function openFileJobs({ makeWorker, saveFile, t, tool }: FileJobsTools): FileJobs {
  const listeners = new Set<(work: FileWork | null) => void>();
  let work: FileWork | null = null;
  let client: WorkerClient | null = null;
  const publish = (next: FileWork | null): void => {
    work = next;
    for (const listener of listeners) listener(work);
  };

  const begin = (task: FileTask, subject: string, workerTask: WorkerTask): boolean => {
    if (client !== null) return false;
    const ownClient = openWorkerClient(makeWorker());
    client = ownClient;
    publish({ state: 'going', task, subject, done: 0, all: null });
    const ended = (end: () => FileWork): void => {
      // Ending the worker frees its memory.
      ownClient.close();
      // If not, the job was cancelled, and its result is dropped.
      if (client !== ownClient) return;
      client = null;
      publish(end());
    };
    ownClient
      .run(workerTask, (done, all) => client === ownClient && publish({ state: 'going', task, subject, done, all }))
      .then(
        (answer) => ended(() => outcomeOf(task, answer)),
        (error: unknown) =>
          ended(() => {
            console.error(error);
            const why =
              error instanceof WorkerLostError ? null : error instanceof Error ? error.message : String(error);
            return { state: 'failed', task, why };
          }),
      );
    return true;
  };

  const outcomeOf = (task: FileTask, answer: WorkerAnswer): FileWork => {
    switch (answer.name) {
      case 'saved':
        saveFile(answer.file);
        return { state: 'saved', file: answer.file.name, cutCells: answer.file.cutCells };
      case 'imported':
        return { state: 'imported', audit: answer.audit };
      case 'refused':
        return { state: 'refused', why: importFaultText(t, answer.fault) };
      default:
        console.error(answer);
        return { state: 'failed', task, why: answer.name === 'failed' ? answer.why : answer.name };
    }
  };

  return {
    save: (format, audit, places) =>
      begin(format, audit.name, { name: 'save', format, audit: audit.id, places, language: languageOf(t), tool }),
    import: (file) => begin('import', file.name, { name: 'import', file }),
    cancel() {
      if (client === null || work?.state !== 'going') return;
      const { task } = work;
      const ended = client;
      client = null;
      ended.close();
      publish({ state: 'cancelled', task });
    },
    dismiss() {
      if (client === null) publish(null);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(work);
      return () => listeners.delete(listener);
    },
  };
}
