import type { TaskWorker } from './worker-client.ts';
import type { WorkerMessage } from './worker-messages.ts';
import { readMessages } from './worker-server.ts';
import { createTaskRunner } from './worker-tasks.ts';

/**
 * A worker's tasks, done by the page itself: what a page keeps in its own memory (`memory-store.ts`), no worker sees. The page
 * answers less well meanwhile. A task that is ended before it is done leaves nothing behind, as with a real worker.
 */
export function makeInPageWorker(messagesOf = readMessages): TaskWorker {
  const runTask = createTaskRunner(messagesOf, () => new Date());
  let isEnded = false;
  const send = (data: WorkerMessage): void => {
    if (!isEnded) worker.onmessage?.(new MessageEvent('message', { data }));
  };
  const worker: TaskWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage(task) {
      const progress = (done: number, all: number | null): void => {
        // Whoever tells of progress within a transaction has it undone by this.
        if (isEnded) throw new Error('The work was ended.');
        send({ name: 'progress', done, all });
      };
      void runTask(task, progress).then(send);
    },
    terminate() {
      isEnded = true;
    },
  };
  return worker;
}
