import * as z from 'zod/mini';
import type { Language } from '../texts/language/translate.ts';
import type { Messages } from '../texts/language/translator.ts';
import { parseWorkerTask } from './parse-worker-message.ts';
import type { WorkerMessage } from './worker-messages.ts';
import { createTaskRunner } from './worker-tasks.ts';

/** Runs the tasks that a page sends to this worker. Called only by the worker's own script. */
export function serveTasks(): void {
  const send = (message: WorkerMessage): void => postMessage(message);
  const runTask = createTaskRunner(readMessages, () => new Date());
  const life = holdLock();
  addEventListener('message', async ({ data }: MessageEvent<unknown>) => {
    const task = parseWorkerTask(data);
    if (task === null) {
      send({ name: 'failed', why: 'The worker got an invalid task.' });
      return;
    }
    send({ name: 'ready', lock: await life });
    send(await runTask(task, (done, all) => send({ name: 'progress', done, all })));
  });
}

/**
 * Takes a lock of the browser for as long as this worker lives, and returns its name. A page that waits for the lock gets it when
 * the worker is gone, for whatever reason. No event reports that.
 */
async function holdLock(): Promise<string> {
  const lock = `icp-lens-worker-${crypto.randomUUID()}`;
  await new Promise<void>((held) => {
    navigator.locks.request(lock, () => {
      held();
      return new Promise(() => {});
    });
  });
  return lock;
}

const messages = z.record(z.string(), z.object({ message: z.string() }));
const folders: Record<Language, string> = { en: 'en', zh: 'zh_CN' };

/** The packaged texts of a language. Workers have no `i18n` API. */
export async function readMessages(language: Language): Promise<Messages> {
  const packaged = await fetch(new URL(`/_locales/${folders[language]}/messages.json`, location.origin));
  return z.parse(messages, await packaged.json());
}
