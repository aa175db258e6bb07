import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultOptions, optionBounds } from '../../lib/audits/bulk-audit.ts';
import { sandboxUsage } from '../browser/sandbox.ts';
import { explainFailure } from '../output/explain-failure.ts';

/** The format of the output on standard output. */
export type PrintFormat = 'table' | 'json' | 'csv';

/** The formats of export files, by file extension. */
const fileFormats = ['csv', 'xlsx', 'json', 'jsonl'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** The options of a run of `scan`. */
export type ScanOptions = {
  /** Addresses, pages, lists, `-`. */
  references: string[];
  print: PrintFormat;
  /** A file for the results, in place of printing them. Null for none. */
  out: { file: string; format: FileFormat } | null;
  /** The folder that stores the results. Null if nothing is stored. */
  run: string | null;
  /** The part of the addresses to read, from 1, and the number of parts. Null for all. */
  part: { number: number; of: number } | null;
  /** How many pages are open at a time. */
  concurrency: number;
  /** How often an address that could not be reached is tried again. */
  retries: number;
  /** How long a page may take to load, in milliseconds. */
  limitMs: number;
  /** Whether untrusted pages are opened even if Chromium has no sandbox. */
  mayLackSandbox: boolean;
};

/** How many pages are open at a time by default. */
const usualConcurrency = 4;
/** The bounds of the workspace, so that it can import exports of `scan`. More pages at a time need several runs with `--part`. */
const bounds = optionBounds;
const range = ({ min, max }: { min: number; max: number }): string => `${min} to ${max}`;

export const usage = `Usage: npm run scan -- [options] URL|FILE|- …
  URL   an address; a bare host gets https://, and http:// where nothing answers there
  FILE  a page (.html) as a browser saved it, with X_files or X.files beside X.html; it reaches nothing else. Or a list of
        addresses: one a line, a table, any text with addresses; # begins a comment
  -     a list of addresses on standard input
Options:
  --help           says this
  --json           a line of JSON for each page, as soon as it is its turn
  --csv            a line of CSV for each number
  --out FILE       writes the sites to FILE.csv, .xlsx, .json (opens in the workspace) or .jsonl (as --json)
  --run FOLDER     keeps what was read in FOLDER; given again, goes on where it ended, however it ended
  --part K/N       reads the K-th of N parts of the addresses
  --concurrency N  pages open at a time at most, ${range(bounds.concurrency)} (${usualConcurrency}); its old name is --lanes
  --retries N      further tries of an address that cannot be reached, ${range(bounds.retries)} (${defaultOptions.retries})
  --limit SECONDS  for a page to load, ${range(bounds.limitSeconds)} (${defaultOptions.limitMs / 1000})
  --no-sandbox     ${sandboxUsage}`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  out: { type: 'string' },
  run: { type: 'string' },
  part: { type: 'string' },
  concurrency: { type: 'string' },
  // The old name of `concurrency`. The next version removes it.
  lanes: { type: 'string' },
  retries: { type: 'string' },
  limit: { type: 'string' },
  'no-sandbox': { type: 'boolean' },
} as const;

/** Parses the arguments. `help`: only print the usage. `fault`: what is wrong with the arguments, as a sentence. */
export function readScanOptions(args: string[]): ScanOptions | 'help' | { fault: string } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'help';
    if (positionals.length === 0) return { fault: 'No page was named.' };
    const { json, csv, out, run, part } = values;
    if ([json, csv, out].filter(Boolean).length > 1) {
      return { fault: 'Give only one of --json, --csv and --out.' };
    }
    return {
      references: positionals,
      print: json ? 'json' : csv ? 'csv' : 'table',
      out: out === undefined ? null : { file: out, format: formatOf(out) },
      run: run === undefined ? null : named('run', run),
      part: part === undefined ? null : partOf(part),
      concurrency: concurrencyOf(values),
      retries: values.retries === undefined ? defaultOptions.retries : whole('retries', values.retries, bounds.retries),
      limitMs:
        values.limit === undefined ? defaultOptions.limitMs : whole('limit', values.limit, bounds.limitSeconds) * 1000,
      mayLackSandbox: values['no-sandbox'] ?? false,
    };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** A short message for an unknown option. Node's own is long, and suggests that the option could be a page. */
function faultOf(error: unknown): string {
  const message = explainFailure(error);
  const unknown = /^Unknown option '(?<option>[^']*)'/.exec(message)?.groups?.['option'];
  return unknown === undefined ? message : `There is no option ${unknown}.`;
}

function formatOf(file: string): FileFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format = fileFormats.find((each) => each === ending);
  if (format === undefined) throw new Error('--out takes a file that ends in .csv, .xlsx, .json or .jsonl.');
  return format;
}

function concurrencyOf({
  concurrency,
  lanes,
}: {
  concurrency?: string | undefined;
  lanes?: string | undefined;
}): number {
  if (concurrency !== undefined && lanes !== undefined) {
    throw new Error('Give only one of --concurrency and --lanes, which is its old name.');
  }
  if (concurrency !== undefined) return whole('concurrency', concurrency, bounds.concurrency);
  return lanes === undefined ? usualConcurrency : whole('lanes', lanes, bounds.concurrency);
}

function named(option: string, value: string): string {
  if (value === '') throw new Error(`--${option} takes a name.`);
  return value;
}

function partOf(value: string): { number: number; of: number } {
  const { number, of } = /^(?<number>\d{1,4})\/(?<of>\d{1,4})$/.exec(value)?.groups ?? {};
  const part = { number: Number(number), of: Number(of) };
  if (part.number >= 1 && part.number <= part.of) return part;
  throw new Error('--part takes a part and how many there are: 2/5.');
}

function whole(option: string, value: string, bounds: { min: number; max: number }): number {
  const number = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= bounds.min && number <= bounds.max) return number;
  throw new Error(`--${option} takes a whole number from ${range(bounds)}.`);
}
