import type { PagePart } from '../icp/finding.ts';
import type { TextKey } from './language/translate.ts';

/** The part of the page in which a number stands. */
export const pagePartTexts: Record<PagePart, TextKey> = {
  footer: 'place_footer',
  main: 'place_main',
  article: 'place_article',
  comment: 'place_comment',
  code: 'place_code',
  list: 'place_list',
};
