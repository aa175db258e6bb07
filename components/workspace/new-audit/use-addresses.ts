import { useEffect, useRef, useState } from 'preact/hooks';
import type { AddressSummary } from '../../../lib/addresses/summarise-addresses.ts';
import type { AddressReader, ReaderFault } from '../../../lib/audits/api/address-reader.ts';
import type { TextPiece } from './address-input.tsx';

/** What is known of the addresses in the field and the pieces. */
export type KnownAddresses = {
  /** The summary of the texts that were read last. It stays until the next texts have been read. */
  summary: AddressSummary;
  /** The pieces that were read, and the ids of those whose file cannot be read. */
  pieces: readonly TextPiece[];
  unreadable: ReadonlySet<string>;
};

const noAddresses: AddressSummary = {
  addresses: 0,
  duplicates: { count: 0, first: [] },
  invalidLines: { count: 0, first: [] },
  tables: [],
};

/** The column to read of each table, by the id of its piece or by `tableInField`. */
export type WantedColumns = ReadonlyMap<string, number>;

/** A key for the table in the field: its first line. So the chosen column stays while the reader adds lines. */
export function tableInField(text: string): string {
  return `the field ${text.split('\n', 1)[0]}`;
}

/**
 * Reads the addresses in the field's text and the pieces, whenever a text or a wanted column changes. Only the latest reading counts.
 * `isCurrent`: whether `known` is about the present texts. `readFault`: why they could not be read; `again` tries again.
 */
export function useAddresses(
  open: () => AddressReader,
  text: string,
  pieces: readonly TextPiece[],
  wanted: WantedColumns,
) {
  const [known, setKnown] = useState<KnownAddresses>({ summary: noAddresses, pieces: [], unreadable: new Set() });
  const [ended, setEnded] = useState<{ of: object; fault: ReaderFault | null } | null>(null);
  const [turn, setTurn] = useState(0);
  const reader = useRef<AddressReader | null>(null);
  // A new object for each state of the texts, so that an outdated result is recognised.
  const latest = useRef({ text, pieces, wanted, turn });
  const { current } = latest;
  if (current.text !== text || current.pieces !== pieces || current.wanted !== wanted || current.turn !== turn) {
    latest.current = { text, pieces, wanted, turn };
  }
  const request = latest.current;

  useEffect(() => () => reader.current?.close(), []);
  useEffect(() => {
    reader.current ??= open();
    const texts = [request.text, ...request.pieces.map(({ file }) => file)];
    const keys = [tableInField(request.text), ...request.pieces.map(({ id }) => id)];
    const columns = keys.map((key) => request.wanted.get(key) ?? null);
    void reader.current.read(texts, columns).then((read) => {
      if (read === 'overtaken') return;
      const fault = read === 'lost' || 'error' in read ? read : null;
      setEnded({ of: request, fault });
      if (read === 'lost' || 'error' in read) return;
      const unreadable = request.pieces.filter((_, index) => read.unreadable.includes(index + 1));
      setKnown({
        summary: read.summary,
        pieces: request.pieces,
        unreadable: new Set(unreadable.map(({ id }) => id)),
      });
    });
  }, [open, request]);

  return {
    known,
    isCurrent: ended?.of === request && ended.fault === null,
    readFault: ended?.of === request ? ended.fault : null,
    again: () => setTurn((turn) => turn + 1),
    reader,
  };
}
