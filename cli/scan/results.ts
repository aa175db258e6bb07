/**
 * What a run has read, in a file: a line of JSON for each page, added when it is known and never changed. The file is the only
 * truth about what is done; memory holds where each line stands. A line that a kill cut off counts as not written.
 */

import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { jsonText } from '../../lib/export/json-text.ts';
import { type PageResult, parseResult } from './page-result.ts';

/** The results of a run. */
export type Results = {
  has: (key: string) => boolean;
  /** How many pages are known. */
  size: () => number;
  /** Keeps a result; a page that is known stays as it is. It is in the file when the promise is fulfilled. */
  add: (result: PageResult) => Promise<void>;
  /** The result of a page, as soon as there is one. Rejected after `fail`. */
  whenKnown: (key: string) => Promise<PageResult>;
  /** No more will come: whoever waits for a result gets this error. */
  fail: (error: unknown) => void;
  close: () => Promise<void>;
};

type LineRange = { from: number; bytes: number };
type Waiter = { resolve: () => void; reject: (error: unknown) => void };

const lineEnd = 0x0a;

/** Opens a file of results, or makes it. Several files put together are one: the first line of a page counts. */
export async function openResults(file: string): Promise<Results> {
  const handle = await open(file, 'a+');
  const ranges = new Map<string, LineRange>();
  const waiting = new Map<string, Waiter[]>();
  let failure: { error: unknown } | null = null;
  let end = 0;
  for await (const { from, line } of linesOf(file)) {
    end = from + line.length;
    const result = parseResult(line.toString('utf8'));
    if (result !== null && !ranges.has(result.key)) ranges.set(result.key, { from, bytes: line.length });
  }
  // What a kill cut off stays a line of its own.
  if (end > 0 && !(await endsLine(handle, end))) end += await append(handle, '\n');

  let last: Promise<void> = Promise.resolve();
  const write = async (result: PageResult): Promise<void> => {
    if (ranges.has(result.key)) return;
    const bytes = await append(handle, `${jsonText(result)}\n`);
    ranges.set(result.key, { from: end, bytes });
    end += bytes;
    for (const { resolve } of waiting.get(result.key) ?? []) resolve();
    waiting.delete(result.key);
  };
  return {
    has: (key) => ranges.has(key),
    size: () => ranges.size,
    add(result) {
      // After a write that failed nobody knows where the next line would begin: every later one fails with it.
      last = last.then(() => write(result));
      return last;
    },
    async whenKnown(key) {
      if (!ranges.has(key)) {
        if (failure !== null) throw failure.error;
        await new Promise<void>((resolve, reject) => {
          waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }]);
        });
      }
      return readAt(handle, ranges.get(key));
    },
    fail(error) {
      failure = { error };
      for (const { reject } of [...waiting.values()].flat()) reject(error);
      waiting.clear();
    },
    async close() {
      await last.catch(() => {});
      await handle.close();
    },
  };
}

async function append(handle: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text, 'utf8');
  await handle.appendFile(bytes);
  return bytes.length;
}

async function endsLine(handle: FileHandle, end: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, end - 1);
  return buffer[0] === lineEnd;
}

async function readAt(handle: FileHandle, place: LineRange | undefined): Promise<PageResult> {
  const { from = 0, bytes = 0 } = place ?? {};
  const { buffer } = await handle.read(Buffer.alloc(bytes), 0, bytes, from);
  const result = parseResult(buffer.toString('utf8'));
  if (result === null) throw new Error('The file of results was changed by something else.');
  return result;
}

/** The lines of a file with their ends, and where each begins. */
async function* linesOf(file: string): AsyncGenerator<{ from: number; line: Buffer }> {
  let from = 0;
  let open: Buffer[] = [];
  const stream: AsyncIterable<Buffer> = createReadStream(file);
  for await (const chunk of stream) {
    let start = 0;
    for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, start)) {
      const line = Buffer.concat([...open, chunk.subarray(start, at + 1)]);
      open = [];
      start = at + 1;
      yield { from, line };
      from += line.length;
    }
    if (start < chunk.length) open.push(chunk.subarray(start));
  }
  if (open.length > 0) yield { from, line: Buffer.concat(open) };
}
