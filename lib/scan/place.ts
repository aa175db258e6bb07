import type { Place } from '../icp/finding.ts';

// The first that fits an ancestor tells the place; code comes first because a footer quoted in code is no footer.
const places: readonly (readonly [Place, string])[] = [
  ['code', 'pre,code,samp,kbd,xmp,textarea'],
  ['footer', 'footer,[role="contentinfo"],[id*="foot" i],[class*="foot" i],[id*="copyright" i],[class*="copyright" i]'],
  ['comment', '[id*="comment" i],[class*="comment" i],[itemprop="comment"]'],
  ['article', 'article,[role="article"],[itemprop="articleBody"],blockquote'],
];

/** Where on the page an element stands, by what its ancestors say of themselves. */
export function placeOf(element: Element): Place {
  for (const [place, selector] of places) if (element.closest(selector) !== null) return place;
  return 'main';
}
