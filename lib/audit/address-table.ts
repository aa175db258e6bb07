import papaparse from 'papaparse';
import { headerName } from './address-list.ts';
import type { Candidate } from './read-addresses.ts';
import { readSiteAddress } from './site-address.ts';

const delimiters = ['\t', ',', ';', '|'];
/** How many rows are looked at to tell a table and its column of addresses. */
const sampleRows = 200;
/** How many of those must have the same number of cells. */
const alike = 0.9;

/** How to read a table: its delimiter, the column with the addresses, whether the first row names the columns. */
type Layout = { delimiter: string; column: number; hasHeader: boolean };

/**
 * The addresses of a table: of the column whose name or whose cells say so. The others are left alone: what a table names
 * beside a site, such as a page that links to it, was not asked for. Null for a text that is no table, and for a grid of
 * addresses without a header, of which all were asked for. Lines must end in `\n`.
 */
export function readTable(text: string): Candidate[] | null {
  const layout = layoutOf(text);
  if (layout === null) return null;
  const rows = parse(text, layout.delimiter);
  const found: Candidate[] = [];
  let line = 1;
  let isFirst = true;
  for (const cells of rows) {
    if (!isEmpty(cells)) {
      const isHeader = isFirst && layout.hasHeader;
      const cell = cells[layout.column]?.trim() ?? '';
      const asked = cell === '' ? cells.join(layout.delimiter).trim() : cell;
      if (!isHeader) found.push({ line, asked, site: readSiteAddress(asked) });
      isFirst = false;
    }
    // A cell in quotes may span lines.
    line += cells.reduce((lines, cell) => lines + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 1);
  }
  return found;
}

function layoutOf(text: string): Layout | null {
  for (const delimiter of delimiters) {
    const rows = parse(text, delimiter, sampleRows).filter((cells) => !isEmpty(cells));
    const width = usualWidth(rows);
    if (width === null) continue;
    const column = columnOf(rows, width);
    if (column !== null) return { delimiter, ...column };
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

function columnOf(rows: readonly string[][], width: number): Omit<Layout, 'delimiter'> | null {
  const [first = [], ...others] = rows;
  const hasHeader = !first.some(isAddress);
  const body = hasHeader ? others : rows;
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    isNamed: hasHeader && headerName.test(first[column]?.trim() ?? ''),
    count: body.filter((cells) => isAddress(cells[column] ?? '')).length,
  })).filter(({ count }) => count * 2 >= body.length);
  if (!hasHeader && columns.filter(({ count }) => count === body.length).length > 1) return null;
  const best = columns.toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.count - a.count)[0];
  return best === undefined ? null : { column: best.column, hasHeader };
}

function isAddress(cell: string): boolean {
  return readSiteAddress(cell).ok;
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
