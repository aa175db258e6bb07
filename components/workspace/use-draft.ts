import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type AuditOptions, usualOptions } from '../../lib/audit/bulk-audit.ts';
import type { TextPiece } from './address-input.tsx';

/** What was filled in of a new audit. */
export type Draft = { text: string; pieces: readonly TextPiece[]; name: string; options: AuditOptions };

/** What a new audit begins with. */
export const noDraft: Draft = { text: '', pieces: [], name: '', options: usualOptions };

/** The fields of a new audit as they were left (`kept`), which they are kept in, until `done` says that they are used up. */
export function useDraft(kept: RefObject<Draft>) {
  const [{ text: oldText, pieces: oldPieces, name: oldName, options: oldOptions }] = useState(kept.current ?? noDraft);
  const [text, setText] = useState(oldText);
  const [pieces, setPieces] = useState(oldPieces);
  const [name, setName] = useState(oldName);
  const [options, setOptions] = useState(oldOptions);
  useEffect(() => {
    kept.current = { text, pieces, name, options };
  }, [kept, text, pieces, name, options]);
  const done = (): void => {
    kept.current = noDraft;
  };
  return { text, setText, pieces, setPieces, name, setName, options, setOptions, done };
}
