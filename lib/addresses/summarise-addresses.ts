import type { ReadTable } from './address-table.ts';
import type { ReadAddresses } from './read-addresses.ts';
import type { AddressFault } from './site-address.ts';

/** Where something stands: in which of the texts, from 0, and on which line of it, from 1. */
export type TextLine = { text: number; line: number };

/** What some texts of addresses hold, as counts, and of what was left out the first lines: nobody reads a million of them. */
export type AddressSummary = {
  /** How many addresses an audit would open. */
  addresses: number;
  duplicates: { count: number; first: { at: TextLine; asked: string; sameAs: TextLine }[] };
  invalidLines: { count: number; first: { at: TextLine; content: string; reason: AddressFault }[] };
  /** Which of the texts are tables, and which of their columns was read of those that could be: the first hundred. */
  tables: (ReadTable & { text: number })[];
};

/** Nobody chooses among more columns. */
const maxColumns = 100;

/** Sums up what was read of some texts, with the first `most` lines of each kind that was left out. */
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
