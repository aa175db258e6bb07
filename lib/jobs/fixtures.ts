import type { WorkerMessage, WorkerTask } from './worker-messages.ts';

/** A worker that does what a test has it do, and the locks of a browser that it may hold. */
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

  /** Has it say something; what it says after its end is not heard. */
  async send(news: WorkerMessage | { name: 'nonsense' }): Promise<void> {
    if (!this.isEnded) this.onmessage?.({ data: news });
    await settled();
  }
}

/** Makes a fake worker, as what makes a real one. */
export const makeFakeWorker = (): Worker => new FakeWorker() as unknown as Worker;

/** The worker that was made last. */
export function lastWorker(): FakeWorker {
  const worker = FakeWorker.all.at(-1);
  if (worker === undefined) throw new Error('No worker was made.');
  return worker;
}

/** Until all that follows from what has happened has happened. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** The locks of a browser, all of them held by somebody else until they are let go. */
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
