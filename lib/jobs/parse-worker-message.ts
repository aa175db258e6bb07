import * as z from 'zod/mini';
import { addressFaults } from '../addresses/site-address.ts';
import { auditFormats } from '../audits/audit-format.ts';
import { auditStates } from '../audits/bulk-audit.ts';
import type { ImportFault } from '../audits/import-fault.ts';
import { exactly } from '../schemas/exact-schema.ts';
import { languages } from '../texts/language/translate.ts';
import type { WorkerMessage, WorkerTask } from './worker-messages.ts';

const count = z.int().check(z.nonnegative());
const blob = z.instanceof(Blob);
const at = z.object({ text: count, line: count });
const auditHead = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  state: z.enum(auditStates),
  options: z.object({
    concurrency: z.int(),
    limitMs: z.int(),
    retries: count,
    lookFurther: z.boolean(),
    screenshots: z.exactOptional(z.boolean()),
  }),
  repeats: z.exactOptional(z.string()),
});
const fault = exactly<ImportFault>()(
  z.discriminatedUnion('fault', [
    z.object({ fault: z.literal('not-json') }),
    z.object({ fault: z.literal('other-format') }),
    z.object({ fault: z.literal('newer-version'), version: z.number() }),
    z.object({ fault: z.literal('invalid'), path: z.string(), expected: z.string() }),
    z.object({ fault: z.literal('full') }),
    z.object({ fault: z.literal('too-large') }),
  ]),
);

const task = exactly<WorkerTask>()(
  z.discriminatedUnion('name', [
    z.object({
      name: z.literal('read'),
      texts: z.array(z.union([z.string(), blob])),
      columns: z.array(z.nullable(count)),
    }),
    z.object({ name: z.literal('start'), audit: auditHead }),
    z.object({
      name: z.literal('save'),
      format: z.enum(auditFormats),
      audit: z.string(),
      places: z.array(count),
      language: z.enum(languages),
      tool: z.object({ name: z.string(), version: z.string() }),
    }),
    z.object({ name: z.literal('import'), file: blob }),
  ]),
);

const message = exactly<WorkerMessage>()(
  z.discriminatedUnion('name', [
    z.object({ name: z.literal('ready'), lock: z.string() }),
    z.object({ name: z.literal('progress'), done: count, all: z.nullable(count) }),
    z.object({
      name: z.literal('read'),
      summary: z.object({
        addresses: count,
        duplicates: z.object({ count, first: z.array(z.object({ at, asked: z.string(), sameAs: at })) }),
        invalidLines: z.object({
          count,
          first: z.array(z.object({ at, content: z.string(), reason: z.enum(addressFaults) })),
        }),
        tables: z.array(
          z.object({ text: count, column: count, columns: z.array(z.object({ column: count, name: z.string() })) }),
        ),
      }),
      unreadable: z.array(count),
    }),
    z.object({ name: z.literal('started'), size: count }),
    z.object({
      name: z.literal('saved'),
      file: z.object({ name: z.string(), content: blob, cutCells: count }),
    }),
    z.object({ name: z.literal('imported'), audit: z.object({ id: z.string(), name: z.string() }) }),
    z.object({ name: z.literal('refused'), fault }),
    z.object({ name: z.literal('full') }),
    z.object({ name: z.literal('failed'), why: z.string() }),
  ]),
);

/** Validates a message to the worker; null where it is no task. */
export function parseWorkerTask(value: unknown): WorkerTask | null {
  return z.safeParse(task, value).data ?? null;
}

/** Validates a message from the worker; null where it is none of `WorkerMessage`. */
export function parseWorkerMessage(value: unknown): WorkerMessage | null {
  return z.safeParse(message, value).data ?? null;
}
