/**
 * How components get their words. The texts live in `_locales`; the page that renders a component passes in `t`.
 */
export { languageOf, type TextKey, type Translate } from '../lib/words/translate.ts';
