import type { OnProgress } from '../audits/api/on-progress.ts';
import { parseWorkerMessage } from './parse-worker-message.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** What does tasks for a page: a worker, or what stands in for one. */
export type TaskWorker = {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent<unknown>) => void) | null;
  postMessage: (task: WorkerTask) => void;
  terminate: () => void;
};

/** A worker, from the side of its page. */
export type WorkerClient = {
  /**
   * Has the worker do a task; it must have no other.
   *
   * @throws WorkerLostError where the browser ended the worker, most often for want of memory, or it was closed.
   * @throws WorkerBrokenError where something else went wrong with it, and says what.
   */
  run: (task: WorkerTask, progress?: OnProgress) => Promise<WorkerAnswer>;
  /** Ends the worker at once, whatever it does. */
  close: () => void;
};

/** The worker is gone. What it was doing is not done, and what it wrote into the store is undone. */
export class WorkerLostError extends Error {
  override name = 'WorkerLostError';
}

/** The worker broke, and is ended. What it was doing is as with `WorkerLostError`. */
export class WorkerBrokenError extends Error {
  override name = 'WorkerBrokenError';
}

/** Takes up with a worker that was just made. */
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
      fail(new WorkerBrokenError('The worker said what is none of ours.'));
      return;
    }
    switch (message.name) {
      case 'ready':
        // The lock comes to the page when the worker is gone.
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
  worker.onerror = (event) => fail(new WorkerBrokenError(event.message || 'The worker broke.'));
  worker.onmessageerror = () => fail(new WorkerBrokenError('What the worker said could not be read.'));

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
