import { overallOf } from '../../lib/checks/outcome.ts';
import { type CsvCell, csvLines } from '../../lib/export/csv.ts';
import { jsonText } from '../../lib/export/json-text.ts';
import { numberTable, type TableEntry } from '../output/number-table.ts';
import type { PrintedPage } from './page-result.ts';
import type { PrintFormat } from './scan-options.ts';

/** Formats results for standard output. `begin` gives the text before all pages, `page` that of one page, `end` that after all. */
export type Printer = { begin: () => string; page: (outcome: PrintedPage) => string; end: () => string };

const columns = [
  'url',
  'finalUrl',
  'state',
  'error',
  'kind',
  'canonical',
  'raw',
  'status',
  'hidden',
  'role',
  'ending',
] as const;

/** The printer for a format. A table is printed at the end, because its width depends on all rows. */
export function printerOf(format: PrintFormat): Printer {
  const entries: TableEntry[] = [];
  switch (format) {
    case 'json':
      return { begin: () => '', page: (outcome) => `${jsonText(outcome)}\n`, end: () => '' };
    case 'csv':
      return { begin: () => csvLines([columns]), page: (outcome) => csvLines(rowsOf(outcome)), end: () => '' };
    case 'table':
      return {
        begin: () => '',
        page(outcome) {
          entries.push(tableEntry(outcome));
          return '';
        },
        end: () => `${numberTable(entries)}\n`,
      };
  }
}

/** One row for each number of a page, or one row if it has none. */
function rowsOf(outcome: PrintedPage): CsvCell[][] {
  const { url, finalUrl, state, numbers, ending } = outcome;
  const page = [url, finalUrl, state, outcome.state === 'failed' ? outcome.error : null];
  const end = ending?.state ?? null;
  if (numbers.length === 0) return [[...page, null, null, null, null, null, null, end]];
  return numbers.map(({ kind, canonical, raw, status, hidden, role }) => [
    ...page,
    kind,
    canonical,
    raw,
    status,
    hidden,
    role,
    end,
  ]);
}

/** The table entry of a page. After a redirect to another site, the name shows both: the numbers belong to that site. */
function tableEntry(outcome: PrintedPage): TableEntry {
  const { url, numbers, ending } = outcome;
  const name = ending?.state === 'redirected' ? `${url} → ${ending.to}` : url;
  const worst = 'checks' in outcome ? overallOf(outcome.checks) : null;
  return { name, numbers, remark: remarkOf(outcome), worst };
}

function remarkOf(outcome: PrintedPage): string {
  if (outcome.state === 'failed') return `failed: ${outcome.error}`;
  if (outcome.ending.state !== 'barrier') return 'no number found';
  return `no number found: ${barrierNames[outcome.ending.barrier]}`;
}

const barrierNames = {
  login: 'the page asks to log in',
  'error-page': 'an error page',
  challenge: 'a test whether a person is there',
} as const;
