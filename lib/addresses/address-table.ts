import papaparse from 'papaparse';
import { rankOfName } from './address-header.ts';
import { itemOf, sitesOf } from './address-list.ts';
import type { Candidate } from './candidate.ts';

const delimiters = ['\t', ',', ';', '|'];
/** How many rows are looked at to tell a table and its column of addresses. */
const sampleRows = 200;
/** How many of those must have the same number of cells. */
const alike = 0.9;
/** How much of a column's name is kept, in characters. */
const maxNameChars = 100;

/** A column with addresses. `column` counts from 0; `name`: empty where the first row names none. */
export type TableColumn = { column: number; name: string };

/** Which column of a table was read, and all that could be: those with an address among their first cells. */
export type ReadTable = { column: number; columns: TableColumn[] };

/** How to read a table: its delimiter, the column with the addresses, whether the first row names the columns. */
type Layout = ReadTable & { delimiter: string; hasHeader: boolean };

/** What the first rows of a table show of one of its columns. */
type ColumnSample = TableColumn & {
  rank: number;
  /** How many of its cells are addresses. */
  count: number;
  /** At least half of its cells are. */
  isFilled: boolean;
  /** Its addresses are of many sites, and not many pages of one. */
  isVaried: boolean;
  /** Most of its addresses are a host alone. */
  isBare: boolean;
};

/**
 * The addresses of a table: of the column whose name or whose cells say so, or of `wanted`. The others are left alone: what a
 * table names beside a site, such as a page that links to it, was not asked for. Null for a text that is no table, and for one
 * without a header in which nothing tells two columns of addresses apart: of such a grid all were asked for. Lines must end in `\n`.
 */
export function readTable(text: string, wanted: number | null): { found: Candidate[]; table: ReadTable } | null {
  const layout = layoutOf(text, wanted);
  if (layout === null) return null;
  const { delimiter, hasHeader, column, columns } = layout;
  const found: Candidate[] = [];
  let line = 1;
  let isFirst = true;
  for (const cells of parse(text, delimiter)) {
    if (!isEmpty(cells)) {
      if (!(isFirst && hasHeader)) for (const site of sitesOfRow(cells, layout)) found.push({ line, ...site });
      isFirst = false;
    }
    // A cell in quotes may span lines.
    line += cells.reduce((lines, cell) => lines + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 1);
  }
  return { found, table: { column, columns } };
}

/** A row without a cell in the column is named by what it has, and not searched: that column's addresses were not asked for. */
function sitesOfRow(cells: readonly string[], { column, delimiter }: Layout): Omit<Candidate, 'line'>[] {
  const cell = cells[column]?.trim() ?? '';
  if (cell !== '') return sitesOf(cell);
  return [{ asked: cells.join(delimiter).trim(), site: { ok: false, fault: 'no-address' } }];
}

function layoutOf(text: string, wanted: number | null): Layout | null {
  for (const delimiter of delimiters) {
    const rows = parse(text, delimiter, sampleRows).filter((cells) => !isEmpty(cells));
    const width = usualWidth(rows);
    if (width === null) continue;
    const read = columnOf(rows, width, wanted);
    if (read !== null) return { delimiter, ...read };
  }
  return null;
}

/** The number of cells that nearly all rows share; null where they share none, or it is one. */
function usualWidth(rows: readonly string[][]): number | null {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [1, 0];
  return rows.length >= 2 && width >= 2 && count >= rows.length * alike ? width : null;
}

function columnOf(rows: readonly string[][], width: number, wanted: number | null): Omit<Layout, 'delimiter'> | null {
  const [top = [], ...others] = rows;
  const hasHeader = !top.some((cell) => itemOf(cell) !== null);
  const body = hasHeader ? others : rows;
  const columns = Array.from({ length: width }, (_, column) =>
    lookAt(body, column, hasHeader ? (top[column]?.trim() ?? '').slice(0, maxNameChars) : ''),
  ).filter(({ count }) => count > 0);
  // A column that is called the sites' may have gaps; of any other half must be addresses, else it is a text with commas.
  const likely = columns.filter(({ isFilled, rank }) => isFilled || rank === 2);
  const [first, second] = likely.toSorted(compareColumns);
  if (first === undefined) return null;
  const areAlike = second !== undefined && second.count === body.length && compareColumns(first, second) === 0;
  if (!hasHeader && areAlike) return null;
  const best = columns.find(({ column }) => column === wanted) ?? first;
  return { column: best.column, columns: columns.map(({ column, name }) => ({ column, name })), hasHeader };
}

function lookAt(body: readonly string[][], column: number, name: string): ColumnSample {
  const urls = body.flatMap((cells) => {
    const site = itemOf(cells[column]?.trim() ?? '')?.site;
    return site?.ok ? [new URL(site.address)] : [];
  });
  const count = urls.length;
  const hosts = new Set(urls.map(({ host }) => host)).size;
  const bare = urls.filter(({ pathname, search }) => pathname === '/' && search === '').length;
  const isFilled = count * 2 >= body.length;
  return {
    column,
    name,
    rank: rankOfName(name),
    count,
    isFilled,
    isVaried: hosts * 2 > count,
    isBare: bare * 2 > count,
  };
}

/** What speaks most for a column comes first: its name, then what its addresses are like, then how many they are. */
function compareColumns(a: ColumnSample, b: ColumnSample): number {
  return (
    b.rank - a.rank ||
    Number(b.isFilled) - Number(a.isFilled) ||
    Number(b.isVaried) - Number(a.isVaried) ||
    Number(b.isBare) - Number(a.isBare) ||
    b.count - a.count
  );
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** `maxRows` 0: all. A quote that never closes would swallow all that follows; then quotes are read as any other sign. */
function parse(text: string, delimiter: string, maxRows = 0): string[][] {
  const config = { delimiter, newline: '\n', preview: maxRows } as const;
  const { data, errors } = papaparse.parse<string[]>(text, config);
  if (!errors.some(({ type }) => type === 'Quotes')) return data;
  const { data: plain } = papaparse.parse<string[]>(text, { ...config, fastMode: true });
  return plain.map((cells) => cells.map((cell) => cell.replace(/^\s*"|"\s*$/g, '')));
}
