/** Addresses read by a worker of their own, so that the page answers while a list of a million of them is read. */
import type { AddressReader, ReaderFault } from '../audits/api/address-reader.ts';
import type { AuditOptions, BulkAudit } from '../audits/bulk-audit.ts';
import { StoreFullError } from '../store/audit-store.ts';
import {
  openWorkerClient,
  type TaskWorker,
  WorkerBrokenError,
  type WorkerClient,
  WorkerLostError,
} from './worker-client.ts';
import type { AuditHead } from './worker-messages.ts';

/** Has an audit begin: see `Desk`. */
type StartAudit = (
  name: string,
  options: AuditOptions,
  keep: (audit: AuditHead) => Promise<number>,
) => Promise<BulkAudit>;

/** Opens a reader of addresses. */
export function openAddressReader(makeWorker: () => TaskWorker, start: StartAudit): AddressReader {
  let client: WorkerClient | null = null;
  let isReading = false;
  let turn = 0;
  const close = (): void => {
    client?.close();
    client = null;
    isReading = false;
  };

  return {
    async read(texts, columns) {
      const mine = ++turn;
      // No other way to stop what reads without a break.
      if (isReading) close();
      client ??= openWorkerClient(makeWorker());
      isReading = true;
      try {
        const answer = await client.run({ name: 'read', texts: [...texts], columns: [...columns] });
        if (turn !== mine) return 'overtaken';
        isReading = false;
        if (answer.name === 'read') return answer;
        throw new WorkerBrokenError(answer.name === 'failed' ? answer.why : `It read nothing: ${answer.name}.`);
      } catch (error) {
        if (turn !== mine) return 'overtaken';
        close();
        return faultOf(error);
      }
    },
    async start(name, options, onProgress) {
      try {
        return await start(name, options, async (audit) => {
          const answer = await client?.run({ name: 'start', audit }, onProgress);
          if (answer?.name === 'started') return answer.size;
          if (answer?.name === 'full') throw new StoreFullError('There is no room for the audit.');
          if (answer?.name === 'failed') throw new WorkerBrokenError(answer.why);
          throw new WorkerLostError('The worker was ended.');
        });
      } catch (error) {
        if (error instanceof StoreFullError) return 'full';
        // What it had read is gone with it.
        close();
        return faultOf(error);
      }
    },
    close() {
      turn++;
      close();
    },
  };
}

function faultOf(error: unknown): ReaderFault {
  console.error(error);
  if (error instanceof WorkerLostError) return 'lost';
  return { error: error instanceof WorkerBrokenError ? error.message : String(error) };
}
