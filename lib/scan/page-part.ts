import type { Look, PagePart } from '../icp/finding.ts';
import { type Ink, inkOf } from './ink.ts';
import { isShadow } from './nodes.ts';

// The first that matches an ancestor tells the part of the page. Code comes first: a footer quoted in code is no footer.
const selectors: readonly (readonly [PagePart, string])[] = [
  ['code', 'pre,code,samp,kbd,xmp'],
  ['footer', 'footer,[role=contentinfo],[id*=foot i],[class*=foot i],[id*=copyright i],[class*=copyright i]'],
  ['comment', '[id*=comment i],[class*=comment i],[itemprop=comment]'],
  ['article', 'article,[role=article],[itemprop=articleBody],blockquote'],
];

/**
 * The last band of a page, in CSS pixels and as a share of its height. Text in it stands in the footer, however it is marked
 * up.
 */
const lastBandPx = 400;
const lastBandShare = 0.15;

/** The part of the page in which an element stands: by its ancestors' names and roles, else by its position. */
export function pagePartOf(element: Element): PagePart {
  for (let at: Element | null | undefined = element; at; at = outside(at)) {
    for (const [place, selector] of selectors) if (at.closest(selector) !== null) return place;
  }
  return isInLastBand(element) ? 'footer' : 'main';
}

/** The element outside the shadow root or the frame that holds an element. */
function outside(element: Element): Element | null | undefined {
  const root = element.getRootNode();
  return isShadow(root) ? root.host : element.ownerDocument.defaultView?.frameElement;
}

/** How a text is shown, with its colours. The page's script does not compute their contrast. */
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
  // The root's height is never less than the window's, and a page that ends in the middle of the window has its footer there.
  const { scrollHeight } = body;
  const band = Math.max(lastBandPx, scrollHeight * lastBandShare);
  if (topOf(element) > Math.max(scrollHeight / 2, scrollHeight - band)) return true;
  // A frame that does not scroll is a part of the page around it, so its text's position is the frame's.
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame != null && scrollHeight <= documentElement.clientHeight && isInLastBand(frame);
}

/** How far below the top of the page an element begins, in CSS pixels. */
function topOf(element: Element): number {
  return element.getBoundingClientRect().top - element.ownerDocument.documentElement.getBoundingClientRect().top;
}
