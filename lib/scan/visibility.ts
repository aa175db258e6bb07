import { isInvisibleInk } from './ink.ts';
import { ancestry, isText, parentOf } from './nodes.ts';

/**
 * The least area of a visible character, in square CSS pixels. A character of two pixels takes less, one of five twice as much.
 */
const leastArea = 8;
/** Height in CSS pixels from which a clipping box may be a stage, such as a carousel, on which screens of text come and go. */
const stageHeight = 200;

/**
 * The computed values of `opacity`, `clip`, `clip-path` and `content-visibility`, one after the other, that leave nothing
 * visible. Black of less opacity than a tenth has no more contrast to white than the faintest visible text.
 */
const cutAway = /^0(\.0|[ar])|rect\((\d+px)(, \2)+|inset\((100%|50%\))|hidden/;

/**
 * Whether a visitor can see an element or text. It must be rendered, not transparent, not clipped away, with a size, in its box
 * and on the page. Text must also be uncovered and of another colour than its background. Reads layout, so it is meant for the
 * few nodes that may hold a number.
 */
export function isVisible(node: Element | Text): boolean {
  const line = ancestry(node);
  // The position of the text itself: its element may be elsewhere.
  const range = new Range();
  // A text's range has the text's own ends: an index among siblings would make the browser count them.
  if (isText(node)) range.selectNodeContents(node);
  else range.selectNode(node);
  const own = range.getBoundingClientRect();
  const { width, height } = own;
  let rect = own;
  const area = isText(node) ? node.data.replace(/\s/g, '').length * leastArea : 0;
  if (width + height === 0 || width * height < area) return false;
  // A positioned element is not clipped by the boxes between it and its containing block.
  let isLoose = false;
  let isRendered = false;
  for (const at of line) {
    const style = getComputedStyle(at);
    const { overflow, position } = style;
    if (
      cutAway.test(style.opacity + style.clip + style.clipPath + style.contentVisibility) ||
      // Folded sections among others: only the browser knows. It is asked for the innermost box, which answers for all around
      // it. A hidden element may hold a visible one.
      (!isRendered && style.display !== 'contents' && !at.checkVisibility({ visibilityProperty: at === line[0] }))
    ) {
      return false;
    }
    isRendered ||= style.display !== 'contents';
    isLoose &&= position === 'static';
    // The window shows the overflow of body and html, whatever they declare.
    if (!isLoose && overflow !== 'visible' && !/html|body/.test(at.localName)) {
      const box = at.getBoundingClientRect();
      // Folded sections, and the one-pixel boxes of text for screen readers.
      if (box.width < 2 || box.height < 2 || rect.right < box.left - at.scrollLeft) return false;
      // What is scrolled into view, or comes and goes.
      if (/auto|scroll/.test(overflow) || box.height > stageHeight) rect = box;
      else if (rect.bottom < box.top || rect.left >= box.right || rect.top >= box.bottom) return false;
    }
    isLoose ||= position === 'absolute';
    // No scrolling brings it in, and nothing around it clips it.
    if (position === 'fixed') {
      if (at.getBoundingClientRect().left >= innerWidth) return false;
      break;
    }
  }
  const page = node.ownerDocument.documentElement.getBoundingClientRect();
  if (rect.right <= page.left || rect.bottom <= page.top) return false;
  return area === 0 || !(isInvisibleInk(line) || (rect === own && isCovered(node, line, rect)));
}

/**
 * Whether something opaque covers the middle of a text with this ancestry. The browser only knows of what is in the window and
 * takes clicks, so below the fold and within one shadow root nothing counts as covered. Covers that scrolling or closing
 * removes do not count either: fixed, sticky or scrolling ones. Nor do elements without a background colour, such as images,
 * which may be transparent.
 */
function isCovered(node: Element | Text, line: Element[], { left, top, width, height }: DOMRect): boolean {
  let isCover = false;
  let at = node.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  for (; at !== null && !line.includes(at); at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (/0|fix|sticky|auto|scroll/.test(style.opacity + style.position + style.overflow)) return false;
    isCover ||= /^rgb\(/.test(style.backgroundColor);
  }
  return isCover;
}
