import { readList } from './address-list.ts';
import { type ReadTable, readTable } from './address-table.ts';
import { readBookmarks } from './bookmarks.ts';
import type { Candidate } from './candidate.ts';
import type { AddressFault } from './site-address.ts';

/** The addresses of a text. Lines count from 1. Empty lines are in none of the three lists. */
export type ReadAddresses = {
  /** Each address once, in the order of the text. */
  addresses: { line: number; asked: string; address: string }[];
  /**
   * Addresses that came before. `sameAs`: the line of the first of them; `sameIn`: the index of its text, if it is another
   * text.
   */
  duplicates: { line: number; asked: string; sameAs: number; sameIn?: number }[];
  /** Lines without an address. `text`: the line, cut to 200 characters. */
  invalidLines: { line: number; text: string; reason: AddressFault }[];
  /** The column of a table that was read; null for a text that is no table. */
  table: ReadTable | null;
};

/** How much of a line without an address is kept, in characters. */
const maxTextChars = 200;

/**
 * Reads addresses from a text of any kind: one or several a line, in sentences, in a table with commas, semicolons, tabs or
 * bars and with or without a header, or in a browser's export of bookmarks. `column`: the index, from 0, of the table's column
 * to read; null for the likeliest one. Takes time in proportion to the text's length. Never throws.
 */
export function readAddresses(text: string, column: number | null = null): ReadAddresses {
  return readInto(new Map(), text, 0, column);
}

/**
 * Reads addresses from several texts, each by itself: one may be a list and another a table. `columns`: the column for each
 * text. An address in two texts is an address of the first and a duplicate of the second, with the first's index as `sameIn`.
 */
export function readAddressTexts(texts: readonly string[], columns: readonly (number | null)[] = []): ReadAddresses[] {
  const known: Known = new Map();
  return texts.map((text, index) => readInto(known, text, index, columns[index] ?? null));
}

/** The first occurrence of each address: the index of its text and its line. */
type Known = Map<string, { index: number; line: number }>;

function readInto(known: Known, text: string, index: number, column: number | null): ReadAddresses {
  const { found, table } = readCandidates(text, column);
  const read: ReadAddresses = { addresses: [], duplicates: [], invalidLines: [], table };
  for (const { line, asked, site } of found) {
    if (!site.ok) {
      read.invalidLines.push({ line, text: asked.slice(0, maxTextChars), reason: site.fault });
      continue;
    }
    const first = known.get(site.key);
    if (first === undefined) {
      known.set(site.key, { index, line });
      read.addresses.push({ line, asked, address: site.address });
    } else {
      const elsewhere = first.index === index ? {} : { sameIn: first.index };
      read.duplicates.push({ line, asked, sameAs: first.line, ...elsewhere });
    }
  }
  return read;
}

/** Everything in a text that may be an address, in its order. `table`: where it was searched for, if the text is a table. */
export type Candidates = { found: Iterable<Candidate>; table: ReadTable | null };

/** Reads a text as a table, an export of bookmarks or a list. `column`: see `readAddresses`. */
export function readCandidates(text: string, column: number | null = null): Candidates {
  const plain = plainOf(text);
  return readForm(plain, column) ?? { found: readList(plain), table: null };
}

/** Whether a text is a table or a browser's export. Text appended to it would be read as a part of it. */
export function isTableOrExport(text: string): boolean {
  return readForm(plainOf(text), null) !== null;
}

function readForm(plain: string, column: number | null): Candidates | null {
  const marks = readBookmarks(plain);
  return marks === null ? readTable(plain, column) : { found: marks, table: null };
}

function plainOf(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
