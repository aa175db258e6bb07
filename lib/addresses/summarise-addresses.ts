import type { ReadTable } from './address-table.ts';
import type { ReadAddresses } from './read-addresses.ts';
import type { AddressFault } from './site-address.ts';

/** A line of one of the texts: the text's index from 0, the line from 1. */
export type TextLine = { text: number; line: number };

/**
 * What some texts of addresses hold, in counts. Of invalid lines and duplicates only the first lines are kept, because nobody
 * reads a million.
 */
export type AddressSummary = {
  /** How many addresses an audit would open. */
  addresses: number;
  duplicates: { count: number; first: { at: TextLine; asked: string; sameAs: TextLine }[] };
  invalidLines: { count: number; first: { at: TextLine; content: string; reason: AddressFault }[] };
  /** The texts that are tables, with the column that was read and the columns that could be: the first hundred. */
  tables: (ReadTable & { text: number })[];
};

/** Most columns that are kept of a table. Nobody chooses among more. */
const maxColumns = 100;

/** Sums up some texts that were read, with the first `most` invalid lines and duplicates. */
export function summariseAddresses(read: readonly ReadAddresses[], most: number): AddressSummary {
  const summary: AddressSummary = {
    addresses: 0,
    duplicates: { count: 0, first: [] },
    invalidLines: { count: 0, first: [] },
    tables: [],
  };
  for (const [text, { addresses, duplicates, invalidLines, table }] of read.entries()) {
    summary.addresses += addresses.length;
    const { duplicates: same, invalidLines: none } = summary;
    same.count += duplicates.length;
    for (const { line, asked, sameAs, sameIn } of duplicates.slice(0, most - same.first.length)) {
      same.first.push({ at: { text, line }, asked, sameAs: { text: sameIn ?? text, line: sameAs } });
    }
    none.count += invalidLines.length;
    for (const { line, text: content, reason } of invalidLines.slice(0, most - none.first.length)) {
      none.first.push({ at: { text, line }, content, reason });
    }
    if (table !== null) summary.tables.push({ ...table, columns: table.columns.slice(0, maxColumns), text });
  }
  return summary;
}
