import { useEffect, useRef, useState } from 'preact/hooks';
import type { AddressSummary } from '../../../lib/addresses/summarise-addresses.ts';
import type { AddressReader, ReaderFault } from '../../../lib/audits/api/address-reader.ts';
import type { TextPiece } from './address-input.tsx';

/** What is known of the addresses in the field and the pieces. */
export type KnownAddresses = {
  /** Of what was read last; while other texts are being read, of those before. */
  summary: AddressSummary;
  /** The pieces that it is of, and those of them whose file cannot be read. */
  pieces: readonly TextPiece[];
  unreadable: ReadonlySet<string>;
};

const noAddresses: AddressSummary = {
  addresses: 0,
  duplicates: { count: 0, first: [] },
  invalidLines: { count: 0, first: [] },
  tables: [],
};

/** Which column the user wants read of a table: of a piece by its id, of the field's text by its first line. */
export type WantedColumns = ReadonlyMap<string, number>;

/** What the field's table is known by as long as it is the same: who writes on in it has chosen its column. */
export function tableInField(text: string): string {
  return `the field ${text.split('\n', 1)[0]}`;
}

/**
 * Has a reader read the field's text and the pieces, whenever one of them or a wanted column changes: the latest counts. `isCurrent`: what is
 * known is of the texts as they now are. `readFault`: why they could not be read; `again` tries once more.
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
  // One for each state of the texts: what is told of another is told too late.
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
