import type { TaskWorker } from './worker-client.ts';
import type { WorkerMessage } from './worker-messages.ts';
import { readMessages } from './worker-server.ts';
import { createTaskRunner } from './worker-tasks.ts';

/**
 * Runs a worker's tasks in the page itself, for a store in the page's memory (`memory-store.ts`), which no worker can see. The page
 * responds more slowly meanwhile. A task that is ended early leaves nothing behind, as with a real worker.
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
        // Thrown within a transaction, this error rolls it back.
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
