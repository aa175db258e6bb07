import type { Progress } from './audit-files.ts';
import { parseWorkerNews } from './parse-worker-message.ts';
import type { WorkerAnswer, WorkerTask } from './worker-protocol.ts';

/** A worker, from the side of its page. */
export type WorkerLine = {
  /**
   * Has the worker do a task; it must have no other.
   *
   * @throws WorkerLostError where the worker is gone before it is done: closed, broken, or out of memory.
   */
  ask: (task: WorkerTask, progress?: Progress) => Promise<WorkerAnswer>;
  /** Ends the worker at once, whatever it does. */
  close: () => void;
};

/** The worker is gone. What it was doing is not done, and what it wrote into the store is undone. */
export class WorkerLostError extends Error {
  override name = 'WorkerLostError';
}

/** Takes up with a worker that was just made. */
export function openLine(worker: Worker): WorkerLine {
  const closed = new AbortController();
  let asked: { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void; progress: Progress } | null =
    null;
  let gone: WorkerLostError | null = null;

  const lose = (why: string): void => {
    gone ??= new WorkerLostError(why);
    closed.abort();
    worker.terminate();
    asked?.reject(gone);
    asked = null;
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    const news = parseWorkerNews(data);
    if (news === null) {
      lose('The worker said what is none of ours.');
      return;
    }
    switch (news.name) {
      case 'ready':
        // The lock comes to the page when the worker is gone.
        navigator.locks
          .request(news.lock, { signal: closed.signal }, () => lose('The worker was ended.'))
          .catch(() => {});
        break;
      case 'progress':
        asked?.progress(news.done, news.all);
        break;
      default:
        asked?.resolve(news);
        asked = null;
    }
  };
  worker.onerror = (event) => lose(event.message || 'The worker broke.');
  worker.onmessageerror = () => lose('What the worker said could not be read.');

  return {
    ask: (task, progress = () => {}) =>
      new Promise((resolve, reject) => {
        if (gone !== null) {
          reject(gone);
          return;
        }
        asked = { resolve, reject, progress };
        worker.postMessage(task);
      }),
    close: () => lose('The worker was closed.'),
  };
}
