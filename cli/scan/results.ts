/**
 * The results of a run in a file. Each page has one line of JSON, which is appended when the page is read and never changed. Only
 * the file says which pages are done. Memory holds the position of each line. A line that a kill cut off does not count.
 */

import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { jsonText } from '../../lib/export/json-text.ts';
import { type PageResult, parseResult } from './page-result.ts';

/** The results of a run. */
export type Results = {
  has: (key: string) => boolean;
  /** How many pages have a result. */
  size: () => number;
  /** Stores a result, unless the page has one. When the promise resolves, the result is in the file. */
  add: (result: PageResult) => Promise<void>;
  /** Resolves with the result of a page as soon as there is one. Rejects after `fail`. */
  whenKnown: (key: string) => Promise<PageResult>;
  /** Ends the run: rejects all pending and later `whenKnown` calls with this error. */
  fail: (error: unknown) => void;
  close: () => Promise<void>;
};

type LineRange = { from: number; bytes: number };
type Waiter = { resolve: () => void; reject: (error: unknown) => void };

const lineEnd = 0x0a;

/** Opens a results file, or creates it. Results files can be concatenated: the first line of a page counts. */
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
  // A line that a kill cut off gets a line end, so that it stays a line of its own.
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
      // After a failed write the position of the next line is unknown, so every later write fails too.
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
  if (result === null) throw new Error('Another program changed the results file.');
  return result;
}

/** The lines of a file with their line ends. `from`: the byte offset of each. */
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
