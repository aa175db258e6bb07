import { readList } from './address-list.ts';
import { readTable } from './address-table.ts';
import { readBookmarks } from './bookmarks.ts';
import type { AddressFault, SiteAddress } from './site-address.ts';

/** A text that may be an address, where it stood and what it was read as. `line` counts from 1. */
export type Candidate = { line: number; asked: string; site: SiteAddress };

/** What a text of addresses holds. Lines count from 1; empty lines are in none of the three. */
export type ReadAddresses = {
  /** Each address once, in the order of the text. */
  addresses: { line: number; asked: string; address: string }[];
  /** Addresses that came before. `sameAs`: the line on which the first of them stands; `sameIn`: of which text, if of another. */
  duplicates: { line: number; asked: string; sameAs: number; sameIn?: number }[];
  /** Lines without an address. `text`: what stands there, cut to 200 characters. */
  rubbish: { line: number; text: string; reason: AddressFault }[];
};

/** How much of a line without an address is kept, in characters. */
const maxTextChars = 200;

/**
 * Reads addresses from a text of any kind: one a line, several a line, a table with commas, semicolons, tabs or bars and
 * with or without a header, or a browser's export of bookmarks. Takes time in proportion to the text's length. Never throws.
 */
export function readAddresses(text: string): ReadAddresses {
  return readInto(new Map(), text, 0);
}

/**
 * Reads addresses from several texts, each by itself: one may be a list and another a table. What is named in two of them is
 * an address in the first and a duplicate in the second, with the first's index as `sameIn`.
 */
export function readAddressTexts(texts: readonly string[]): ReadAddresses[] {
  const known: Known = new Map();
  return texts.map((text, index) => readInto(known, text, index));
}

/** Where each address was named first: in which text, on which line. */
type Known = Map<string, { index: number; line: number }>;

function readInto(known: Known, text: string, index: number): ReadAddresses {
  const read: ReadAddresses = { addresses: [], duplicates: [], rubbish: [] };
  for (const { line, asked, site } of readCandidates(text)) {
    if (!site.ok) {
      read.rubbish.push({ line, text: asked.slice(0, maxTextChars), reason: site.fault });
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

/** Everything in a text that may be an address, in its order. */
export function readCandidates(text: string): Iterable<Candidate> {
  const plain = plainOf(text);
  return readForm(plain) ?? readList(plain);
}

/** Whether a text is a table or a browser's export: what is put below it would be read as a part of it. */
export function hasForm(text: string): boolean {
  return readForm(plainOf(text)) !== null;
}

function readForm(plain: string): Candidate[] | null {
  return readBookmarks(plain) ?? readTable(plain);
}

function plainOf(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
