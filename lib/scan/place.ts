import type { Look, Place } from '../icp/finding.ts';
import { type Ink, inkOf } from './ink.ts';
import { isShadow } from './nodes.ts';

// The first that fits an ancestor tells the place; code comes first because a footer quoted in code is no footer.
const places: readonly (readonly [Place, string])[] = [
  ['code', 'pre,code,samp,kbd,xmp'],
  ['footer', 'footer,[role=contentinfo],[id*=foot i],[class*=foot i],[id*=copyright i],[class*=copyright i]'],
  ['comment', '[id*=comment i],[class*=comment i],[itemprop=comment]'],
  ['article', 'article,[role=article],[itemprop=articleBody],blockquote'],
];

/** The last band of a page in CSS pixels, and as a share of its height: what stands there is its footer, however marked up. */
const lastBandPx = 400;
const lastBandShare = 0.15;

/** Where on the page an element stands: by what its ancestors say of themselves, else by where it lies. */
export function placeOf(element: Element): Place {
  for (let at: Element | null | undefined = element; at; at = outside(at)) {
    for (const [place, selector] of places) if (at.closest(selector) !== null) return place;
  }
  return isInLastBand(element) ? 'footer' : 'main';
}

/** What a shadow root or a frame that an element is in belongs to. */
function outside(element: Element): Element | null | undefined {
  const root = element.getRootNode();
  return isShadow(root) ? root.host : element.ownerDocument.defaultView?.frameElement;
}

/** How a text is shown, with its colours: what contrast they have is not worked out in the page. */
export type ScannedLook = Omit<Look, 'contrast'> & Ink;

/** How an element's text is shown. Reads layout. */
export function lookOf(element: Element): ScannedLook {
  const { left, width, right } = element.getBoundingClientRect();
  const { fontSize, textAlign } = getComputedStyle(element);
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
  const isInMiddle = Math.abs(left + right - clientWidth) < clientWidth / 10;
  return {
    fontSizePx: Number.parseFloat(fontSize),
    ...inkOf(element),
    centred: isInMiddle && (textAlign.endsWith('center') || width < clientWidth / 2),
    belowFold: topOf(element) > clientHeight,
  };
}

function isInLastBand(element: Element): boolean {
  const { body, documentElement } = element.ownerDocument;
  // That of the root is never less than the window's: a page that ends in its midst has its footer there.
  const { scrollHeight } = body;
  const band = Math.max(lastBandPx, scrollHeight * lastBandShare);
  if (topOf(element) > Math.max(scrollHeight / 2, scrollHeight - band)) return true;
  // A frame that does not scroll is a part of the page around it, and its text lies where the frame lies.
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame != null && scrollHeight <= documentElement.clientHeight && isInLastBand(frame);
}

/** How far below the page's top an element begins, in CSS pixels. */
function topOf(element: Element): number {
  return element.getBoundingClientRect().top - element.ownerDocument.documentElement.getBoundingClientRect().top;
}
