import type { TextKey, Translate } from './translate.ts';

// Private-use characters mark the placeholders while the text is looked up. No text of `_locales` contains them.
const firstPlace = 0xe000;
const places = /([\ue000-\ue008])/;

/**
 * A text of `_locales` in pieces: its words and, between them, the index from 0 of the value that belongs there. `count`: how
 * many values it has. The values never pass through the look-up, so nothing that a page says can be taken for a placeholder.
 */
export function textPieces(t: Translate, text: TextKey, count: number): (string | number)[] {
  const marks = Array.from({ length: count }, (_, index) => String.fromCharCode(firstPlace + index));
  return t(text, ...marks)
    .split(places)
    .map((piece) => (places.test(piece) ? piece.charCodeAt(0) - firstPlace : piece));
}
