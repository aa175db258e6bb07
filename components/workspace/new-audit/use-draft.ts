import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type AuditOptions, defaultOptions } from '../../../lib/audits/bulk-audit.ts';
import type { TextPiece } from './address-input.tsx';
import type { WantedColumns } from './use-addresses.ts';

/** What was filled in of a new audit. */
export type Draft = {
  text: string;
  pieces: readonly TextPiece[];
  wanted: WantedColumns;
  name: string;
  options: AuditOptions;
};

/** What a new audit begins with. */
export const noDraft: Draft = { text: '', pieces: [], wanted: new Map(), name: '', options: defaultOptions };

/** The fields of a new audit as they were left (`kept`), which they are kept in, until `done` says that they are used up. */
export function useDraft(kept: RefObject<Draft>) {
  const [old] = useState(kept.current ?? noDraft);
  const [text, setText] = useState(old.text);
  const [pieces, setPieces] = useState(old.pieces);
  const [wanted, setWanted] = useState(old.wanted);
  const [name, setName] = useState(old.name);
  const [options, setOptions] = useState(old.options);
  useEffect(() => {
    kept.current = { text, pieces, wanted, name, options };
  }, [kept, text, pieces, wanted, name, options]);
  const done = (): void => {
    kept.current = noDraft;
  };
  return { text, setText, pieces, setPieces, wanted, setWanted, name, setName, options, setOptions, done };
}
