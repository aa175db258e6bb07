import papaparse from 'papaparse';
import { rankOfName } from './address-header.ts';
import { itemOf, sitesOf } from './address-list.ts';
import type { Candidate } from './candidate.ts';

const delimiters = ['\t', ',', ';', '|'];
/** How many rows are read to recognise a table and its column of addresses. */
const sampleRows = 200;
/** The share of these rows that must have the same number of cells. */
const minShare = 0.9;
/** How much of a column's name is kept, in characters. */
const maxNameChars = 100;

/** A column that holds addresses. `column`: its index from 0; `name`: empty where the first row names none. */
export type TableColumn = { column: number; name: string };

/** The column of a table that was read, and every column that could be: each has an address among its first cells. */
export type ReadTable = { column: number; columns: TableColumn[] };

/** How a table is read: its delimiter, its column of addresses, and whether the first row names the columns. */
type Layout = ReadTable & { delimiter: string; hasHeader: boolean };

/** One column in the first rows of a table. */
type ColumnSample = TableColumn & {
  rank: number;
  /** How many of its cells are addresses. */
  count: number;
  /** At least half of its cells are addresses. */
  isFilled: boolean;
  /** Its addresses are of many sites, rather than many pages of one. */
  isVaried: boolean;
  /** Most of its addresses are only a host. */
  isBare: boolean;
};

/**
 * The addresses of a table, from the column `wanted`, else from the column whose name or cells fit best. Other columns are not
 * read: the user did not ask for what a table names beside a site, such as a page that links to it. Null for a text that is no
 * table. Null also for a table without a header whose columns of addresses cannot be told apart: the user asked for all of
 * them. Lines must end in `\n`.
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

/**
 * The addresses of a row. Where the cell is missing or empty, the whole row is given as no address; its other cells are not searched.
 */
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

/** The number of cells in nearly all rows; null where rows differ, or have one cell. */
function usualWidth(rows: readonly string[][]): number | null {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [1, 0];
  return rows.length >= 2 && width >= 2 && count >= rows.length * minShare ? width : null;
}

function columnOf(rows: readonly string[][], width: number, wanted: number | null): Omit<Layout, 'delimiter'> | null {
  const [top = [], ...others] = rows;
  const hasHeader = !top.some((cell) => itemOf(cell) !== null);
  const body = hasHeader ? others : rows;
  const columns = Array.from({ length: width }, (_, column) =>
    sampleColumn(body, column, hasHeader ? (top[column]?.trim() ?? '').slice(0, maxNameChars) : ''),
  ).filter(({ count }) => count > 0);
  // A column whose name says site may have gaps. Of any other column half must be addresses, or the text is prose with commas.
  const likely = columns.filter(({ isFilled, rank }) => isFilled || rank === 2);
  const [first, second] = likely.toSorted(compareColumns);
  if (first === undefined) return null;
  const areAlike = second !== undefined && second.count === body.length && compareColumns(first, second) === 0;
  if (!hasHeader && areAlike) return null;
  const best = columns.find(({ column }) => column === wanted) ?? first;
  return { column: best.column, columns: columns.map(({ column, name }) => ({ column, name })), hasHeader };
}

function sampleColumn(body: readonly string[][], column: number, name: string): ColumnSample {
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

/** Orders columns, the likeliest first: by name, then by what the addresses look like, then by their number. */
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

/** `maxRows` 0: all rows. An unclosed quote would swallow the rest of the text, so then quotes are read as plain signs. */
function parse(text: string, delimiter: string, maxRows = 0): string[][] {
  const config = { delimiter, newline: '\n', preview: maxRows } as const;
  const { data, errors } = papaparse.parse<string[]>(text, config);
  if (!errors.some(({ type }) => type === 'Quotes')) return data;
  const { data: plain } = papaparse.parse<string[]>(text, { ...config, fastMode: true });
  return plain.map((cells) => cells.map((cell) => cell.replace(/^\s*"|"\s*$/g, '')));
}
