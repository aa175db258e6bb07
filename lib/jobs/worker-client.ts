import type { OnProgress } from '../audits/api/on-progress.ts';
import { parseWorkerMessage } from './parse-worker-message.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** A worker that runs tasks for a page, or a stand-in for one. */
export type TaskWorker = {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent<unknown>) => void) | null;
  postMessage: (task: WorkerTask) => void;
  terminate: () => void;
};

/** The page's side of a worker. */
export type WorkerClient = {
  /**
   * Has the worker run a task. It must not be running another.
   *
   * @throws WorkerLostError where the browser ended the worker, most often for lack of memory, or it was closed.
   * @throws WorkerBrokenError where the worker failed otherwise. Its message says how.
   */
  run: (task: WorkerTask, progress?: OnProgress) => Promise<WorkerAnswer>;
  /** Ends the worker at once, even in the middle of a task. */
  close: () => void;
};

/** The worker is gone. Its task is not done, and its writes to the store were rolled back. */
export class WorkerLostError extends Error {
  override name = 'WorkerLostError';
}

/** The worker failed and was ended. Its task and its writes are as with `WorkerLostError`. */
export class WorkerBrokenError extends Error {
  override name = 'WorkerBrokenError';
}

/** Opens a client for a worker that was just created. */
export function openWorkerClient(worker: TaskWorker): WorkerClient {
  const closed = new AbortController();
  let pending: {
    resolve: (answer: WorkerAnswer) => void;
    reject: (error: Error) => void;
    progress: OnProgress;
  } | null = null;
  let failure: WorkerLostError | WorkerBrokenError | null = null;

  const fail = (error: WorkerLostError | WorkerBrokenError): void => {
    failure ??= error;
    closed.abort();
    worker.terminate();
    pending?.reject(failure);
    pending = null;
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = parseWorkerMessage(data);
    if (message === null) {
      fail(new WorkerBrokenError('The worker sent an invalid message.'));
      return;
    }
    switch (message.name) {
      case 'ready':
        // The page gets the lock when the worker is gone.
        navigator.locks
          .request(message.lock, { signal: closed.signal }, () => fail(new WorkerLostError('The worker was ended.')))
          .catch(() => {});
        break;
      case 'progress':
        pending?.progress(message.done, message.all);
        break;
      default:
        pending?.resolve(message);
        pending = null;
    }
  };
  worker.onerror = (event) => fail(new WorkerBrokenError(event.message || 'The worker failed.'));
  worker.onmessageerror = () => fail(new WorkerBrokenError('A message of the worker could not be read.'));

  return {
    run: (task, progress = () => {}) =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure);
          return;
        }
        pending = { resolve, reject, progress };
        worker.postMessage(task);
      }),
    close: () => fail(new WorkerLostError('The worker was closed.')),
  };
}
