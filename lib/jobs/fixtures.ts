import type { WorkerMessage, WorkerTask } from './worker-messages.ts';

/** A worker that a test controls. */
export class FakeWorker {
  static all: FakeWorker[] = [];
  /** The tasks it was given. */
  tasks: WorkerTask[] = [];
  isEnded = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(task: WorkerTask): void {
    this.tasks.push(task);
  }

  terminate(): void {
    this.isEnded = true;
  }

  /** Sends a message to the page. After the worker's end, the page gets none. */
  async send(data: WorkerMessage | { name: 'nonsense' }): Promise<void> {
    if (!this.isEnded) this.onmessage?.({ data });
    await settled();
  }
}

/** Creates a fake worker in place of a real one. */
export const makeFakeWorker = (): Worker => new FakeWorker() as unknown as Worker;

/** The worker that was created last. */
export function lastWorker(): FakeWorker {
  const worker = FakeWorker.all.at(-1);
  if (worker === undefined) throw new Error('No worker was created.');
  return worker;
}

/** Waits until all pending promises have settled. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** The locks of a browser. Another holder has each of them until the test releases it. */
export function fakeLocks() {
  const waiting = new Map<string, () => void>();
  return {
    waiting,
    locks: {
      request: (name: string, { signal }: { signal: AbortSignal }, got: () => void) =>
        new Promise<void>((resolve, reject) => {
          signal.addEventListener('abort', () => {
            waiting.delete(name);
            reject(signal.reason);
          });
          waiting.set(name, () => {
            got();
            resolve();
          });
        }),
    },
  };
}
