import type { ComponentChild } from 'preact';
import type { TextKey, Translate } from '../lib/words/translate.ts';

// Private-use characters hold the places of the parts while the text is looked up: no text of `_locales` contains them.
const firstPlace = 0xe000;
const places = /([\ue000-\ue008])/;

/**
 * A text of `_locales` whose `$1`, `$2` … are elements, such as an isolated piece of the page. What the elements say never
 * passes through the lookup, so nothing in it can be taken for a placeholder.
 */
export function Sentence({ t, text, parts }: { t: Translate; text: TextKey; parts: ComponentChild[] }) {
  const whole = t(text, ...parts.map((_, index) => String.fromCharCode(firstPlace + index)));
  return (
    <>{whole.split(places).map((piece) => (places.test(piece) ? parts[piece.charCodeAt(0) - firstPlace] : piece))}</>
  );
}
