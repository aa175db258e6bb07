import type { TextKey, Translate } from './translate.ts';

// Private-use characters hold the places while the text is looked up: no text of `_locales` contains them.
const firstPlace = 0xe000;
const places = /([\ue000-\ue008])/;

/**
 * A text of `_locales` in pieces: what it says, and between them which of its `count` values belongs there, from 0. So values
 * never pass through the lookup, and nothing that a page says can be taken for a place.
 */
export function textPieces(t: Translate, text: TextKey, count: number): (string | number)[] {
  const marks = Array.from({ length: count }, (_, index) => String.fromCharCode(firstPlace + index));
  return t(text, ...marks)
    .split(places)
    .map((piece) => (places.test(piece) ? piece.charCodeAt(0) - firstPlace : piece));
}
