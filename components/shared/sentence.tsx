import type { ComponentChild } from 'preact';
import { textPieces } from '../../lib/texts/language/text-pieces.ts';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';

/** A text of `_locales` whose `$1`, `$2` … are elements, such as an isolated piece of the page. */
export function Sentence({ t, text, parts }: { t: Translate; text: TextKey; parts: ComponentChild[] }) {
  return <>{textPieces(t, text, parts.length).map((piece) => (typeof piece === 'number' ? parts[piece] : piece))}</>;
}
