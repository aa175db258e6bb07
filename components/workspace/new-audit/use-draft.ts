import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type AuditOptions, defaultOptions } from '../../../lib/audits/bulk-audit.ts';
import type { TextPiece } from './address-input.tsx';
import type { WantedColumns } from './use-addresses.ts';

/** The values in the form for a new audit. */
export type Draft = {
  text: string;
  pieces: readonly TextPiece[];
  wanted: WantedColumns;
  name: string;
  options: AuditOptions;
};

/** The values of an empty form. */
export const noDraft: Draft = { text: '', pieces: [], wanted: new Map(), name: '', options: defaultOptions };

/** The fields of the form for a new audit. Their values are kept in `kept` when the form is left, until `done` clears them. */
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
