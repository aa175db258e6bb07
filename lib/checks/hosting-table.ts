import { parseAddress } from './ip-address.ts';
import { locations, type Where } from './server.ts';

/** A table of addresses, ready for `locate`. */
export type HostingTable = {
  /** Day of the databases it was made from, `2026-06-17`. */
  date: string;
  version4: Stretches;
  version6: Stretches;
};

/** The whole range of addresses in stretches that lie at one place: the first address of each, in order, and its place. */
type Stretches = { starts: bigint[]; places: Where[] };

/** The letters of the places in the packed table. */
export const placeLetters = {
  mainland: 'M',
  outside: 'O',
  disputed: 'D',
  special: 'S',
} as const satisfies Record<Where, string>;

/**
 * Reads the packed table that `npm run hosting-table` makes: `{ date, v4, v6 }`, where `v4` and `v6` are the stretches of the
 * addresses, each a letter (`M` mainland, `O` outside, `D` disputed, `S` special) and how far it starts behind the one before
 * it, in hexadecimals: `S0O1000000D100M100…`.
 *
 * @throws Error that says what is wrong where it is no such table. The table comes with the extension, so that is a bug.
 */
export function readTable(data: unknown): HostingTable {
  if (typeof data !== 'object' || data === null) throw broken('it is no object');
  const { date, v4, v6 } = { date: null, v4: null, v6: null, ...data };
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) throw broken('it has no date');
  return { date, version4: readStretches('v4', v4, 32n), version6: readStretches('v6', v6, 128n) };
}

function readStretches(name: string, packed: unknown, bits: bigint): Stretches {
  if (typeof packed !== 'string') throw broken(`${name} is no text`);
  const starts: bigint[] = [];
  const places: Where[] = [];
  let start = 0n;
  for (const stretch of packed.match(/[^\da-f]?[\da-f]*/g) ?? []) {
    if (stretch === '') continue;
    const place = placeOf.get(stretch.charAt(0));
    const distance = stretch.slice(1);
    if (place === undefined || distance === '') throw broken(`${name} has the stretch ${stretch}`);
    start += BigInt(`0x${distance}`);
    if (starts.length === 0 ? start !== 0n : distance === '0') throw broken(`${name} is out of order at ${stretch}`);
    starts.push(start);
    places.push(place);
  }
  if (starts.length === 0) throw broken(`${name} is empty`);
  if (start >> bits !== 0n) throw broken(`${name} goes beyond the last address`);
  return { starts, places };
}

const placeOf = new Map<string, Where>(locations.map((where) => [placeLetters[where], where]));

function broken(why: string): Error {
  return new Error(`The table of addresses is broken: ${why}.`);
}

/** Tells where an address lies: `locate(table, '114.114.114.114')` is `mainland`. Null where the text is no address. */
export function locate({ version4, version6 }: HostingTable, ip: string): Where | null {
  const address = parseAddress(ip);
  if (address === null) return null;
  const { starts, places } = address.version === 4 ? version4 : version6;
  return places[lastUpTo(starts, address.value)] ?? null;
}

/** The place in an ordered list of the last entry that is not above a value; the first entry is not. */
function lastUpTo(starts: readonly bigint[], value: bigint): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const start = starts[middle];
    if (start !== undefined && start <= value) low = middle;
    else high = middle;
  }
  return low;
}
