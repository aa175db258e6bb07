import { useEffect, useRef, useState } from 'preact/hooks';
import type { AddressSummary } from '../../lib/audit/summarise-addresses.ts';
import type { TextPiece } from './address-input.tsx';
import type { AddressReader } from './deeds.ts';

/** What is known of the addresses in the field and the pieces. */
export type KnownAddresses = {
  /** Of what was read last; while other texts are being read, of those before. */
  summary: AddressSummary;
  /** The pieces that it is of, and those of them whose file cannot be read. */
  pieces: readonly TextPiece[];
  unreadable: ReadonlySet<string>;
};

const nothing: AddressSummary = {
  addresses: 0,
  duplicates: { count: 0, first: [] },
  rubbish: { count: 0, first: [] },
};

/**
 * Has a reader read the field's text and the pieces, whenever one of them changes: the latest counts. `isCurrent`: what is
 * known is of the texts as they now are. `lost`: the browser broke it off; `again` tries once more.
 */
export function useAddresses(open: () => AddressReader, text: string, pieces: readonly TextPiece[]) {
  const [known, setKnown] = useState<KnownAddresses>({ summary: nothing, pieces: [], unreadable: new Set() });
  const [ended, setEnded] = useState<{ of: object; lost: boolean } | null>(null);
  const [turn, setTurn] = useState(0);
  const reader = useRef<AddressReader | null>(null);
  // One for each state of the texts: what is told of another is told too late.
  const asked = useRef<{ text: string; pieces: readonly TextPiece[]; turn: number }>({ text, pieces, turn });
  if (asked.current.text !== text || asked.current.pieces !== pieces || asked.current.turn !== turn) {
    asked.current = { text, pieces, turn };
  }
  const order = asked.current;

  useEffect(() => () => reader.current?.close(), []);
  useEffect(() => {
    reader.current ??= open();
    void reader.current.read([order.text, ...order.pieces.map(({ file }) => file)]).then((read) => {
      if (read === 'overtaken') return;
      setEnded({ of: order, lost: read === 'lost' });
      if (read === 'lost') return;
      const unreadable = order.pieces.filter((_, index) => read.unreadable.includes(index + 1));
      setKnown({
        summary: read.summary,
        pieces: order.pieces,
        unreadable: new Set(unreadable.map(({ id }) => id)),
      });
    });
  }, [open, order]);

  return {
    known,
    isCurrent: ended?.of === order && !ended.lost,
    isLost: ended?.of === order && ended.lost,
    again: () => setTurn((turn) => turn + 1),
    reader,
  };
}
