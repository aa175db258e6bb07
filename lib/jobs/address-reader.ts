/** Reads addresses in a worker, so that the page stays responsive while a list of a million is read. */
import type { AddressReader, ReaderFault } from '../audits/api/address-reader.ts';
import type { AuditOptions, BulkAudit } from '../audits/bulk-audit.ts';
import { StoreFullError } from '../store/database.ts';
import {
  openWorkerClient,
  type TaskWorker,
  WorkerBrokenError,
  type WorkerClient,
  WorkerLostError,
} from './worker-client.ts';
import type { AuditHead } from './worker-messages.ts';

/** Starts an audit: see `AuditScheduler`. */
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
      // Only ending the worker stops a reading.
      if (isReading) close();
      client ??= openWorkerClient(makeWorker());
      isReading = true;
      try {
        const answer = await client.run({ name: 'read', texts: [...texts], columns: [...columns] });
        if (turn !== mine) return 'overtaken';
        isReading = false;
        if (answer.name === 'read') return answer;
        throw new WorkerBrokenError(
          answer.name === 'failed' ? answer.why : `The worker answered "${answer.name}" instead of "read".`,
        );
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
          if (answer?.name === 'full') throw new StoreFullError('The storage quota is too small for the audit.');
          if (answer?.name === 'failed') throw new WorkerBrokenError(answer.why);
          throw new WorkerLostError('The worker was ended.');
        });
      } catch (error) {
        if (error instanceof StoreFullError) return 'full';
        // The addresses are lost with the worker.
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
