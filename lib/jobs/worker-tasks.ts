import type { ReadAddresses } from '../addresses/read-addresses.ts';
import { readAddressTexts } from '../addresses/read-addresses.ts';
import { summariseAddresses } from '../addresses/summarise-addresses.ts';
import type { OnProgress } from '../audits/api/on-progress.ts';
import { newEntry } from '../audits/entry.ts';
import { createAudit, readAudit } from '../store/audits.ts';
import { StoreFullError } from '../store/database.ts';
import type { Language } from '../texts/language/translate.ts';
import type { Messages } from '../texts/language/translator.ts';
import { translatorOf } from '../texts/language/translator.ts';
import { reportTexts } from '../texts/report-texts.ts';
import { readAuditFile, writeAuditFile } from './audit-files.ts';
import { readTextFile } from './text-file.ts';
import type { AuditHead, WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** How many invalid or repeated lines a summary lists. A file that is no list of addresses has more than anybody reads. */
const namedLines = 100;

/**
 * Creates a function that runs a worker's tasks, one after another. Addresses from a `read` task are kept for the next `start`
 * task. Never rejects. `messagesOf` returns the texts of a language.
 */
export function createTaskRunner(
  messagesOf: (language: Language) => Promise<Messages>,
  now: () => Date,
): (task: WorkerTask, progress: OnProgress) => Promise<WorkerAnswer> {
  let addresses: ReadAddresses[] = [];

  async function perform(task: WorkerTask, progress: OnProgress): Promise<WorkerAnswer> {
    switch (task.name) {
      case 'read': {
        const texts = await Promise.all(task.texts.map(textOf));
        addresses = readAddressTexts(
          texts.map((text) => text ?? ''),
          task.columns,
        );
        const unreadable = texts.flatMap((text, index) => (text === null ? [index] : []));
        return { name: 'read', summary: summariseAddresses(addresses, namedLines), unreadable };
      }
      case 'start': {
        const size = addresses.reduce((sum, { addresses }) => sum + addresses.length, 0);
        await createAudit({ ...task.audit, size }, entriesOf(task.audit, addresses), (count) => progress(count, size));
        return { name: 'started', size };
      }
      case 'save': {
        const audit = await readAudit(task.audit);
        if (audit === null) throw new Error('The audit was deleted.');
        const words = reportTexts(translatorOf(await messagesOf(task.language)));
        const by = { words, tool: task.tool, now: now() };
        return { name: 'saved', file: await writeAuditFile(task.format, audit, task.places, by, progress) };
      }
      case 'import': {
        const read = await readAuditFile(task.file, progress);
        return read.ok ? { name: 'imported', audit: read.audit } : { name: 'refused', fault: read.fault };
      }
    }
  }

  return async (task, progress) => {
    try {
      return await perform(task, progress);
    } catch (error) {
      return error instanceof StoreFullError ? { name: 'full' } : { name: 'failed', why: String(error) };
    }
  };
}

async function textOf(text: string | Blob): Promise<string | null> {
  return typeof text === 'string' ? text : readTextFile(text).catch(() => null);
}

function* entriesOf({ id }: AuditHead, read: readonly ReadAddresses[]) {
  let place = 0;
  for (const { addresses } of read) {
    for (const { asked, address } of addresses) yield newEntry(id, place++, asked, address);
  }
}
