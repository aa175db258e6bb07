import { isInvisibleInk } from './ink.ts';
import { ancestry, isText, parentOf } from './nodes.ts';

/** Least room that a character takes, in square CSS pixels: one of two pixels takes less, one of five takes twice as much. */
const leastRoom = 8;
/** Height in CSS pixels from which on a box may be a stage, on which whole screens of text come and go. */
const stageHeight = 200;

/**
 * What `opacity`, `clip`, `clip-path` and `content-visibility`, one after the other, compute to where they leave
 * nothing to see. Black of less opacity than a tenth has no more contrast to white than the faintest ink.
 */
const cutAway = /^0(\.0|[ar])|rect\((\d+px)(, \2)+|inset\((100%|50%\))|hidden/;

/**
 * Whether a visitor can see an element or text: rendered, not transparent or clipped away, with a size, in its box and on the
 * page; and for text, whether it is neither covered nor of the colour of its ground. Reads layout: meant for the few nodes that
 * may hold a number.
 */
export function isVisible(node: Element | Text): boolean {
  const line = ancestry(node);
  // Where text itself lies: its element may be elsewhere.
  const range = new Range();
  // By its own ends: a place among its siblings is found by counting them.
  if (isText(node)) range.selectNodeContents(node);
  else range.selectNode(node);
  const own = range.getBoundingClientRect();
  const { width, height } = own;
  let rect = own;
  const room = isText(node) ? node.data.replace(/\s/g, '').length * leastRoom : 0;
  if (width + height === 0 || width * height < room) return false;
  // What is placed is not clipped by the boxes up to the one that it is placed in.
  let isLoose = false;
  let isRendered = false;
  for (const at of line) {
    const style = getComputedStyle(at);
    const { overflow, position } = style;
    if (
      cutAway.test(style.opacity + style.clip + style.clipPath + style.contentVisibility) ||
      // Folded sections among others: the browser alone knows, of the innermost box for all around it. What is hidden may hold
      // what is visible.
      (!isRendered && style.display !== 'contents' && !at.checkVisibility({ visibilityProperty: at === line[0] }))
    ) {
      return false;
    }
    isRendered ||= style.display !== 'contents';
    isLoose &&= position === 'static';
    // What body and html hide is the window's to show.
    if (!isLoose && overflow !== 'visible' && !/html|body/.test(at.localName)) {
      const box = at.getBoundingClientRect();
      // Folded sections, and the one-pixel boxes of text for screen readers.
      if (box.width < 2 || box.height < 2 || rect.right < box.left - at.scrollLeft) return false;
      // What is scrolled to, or comes and goes.
      if (/auto|scroll/.test(overflow) || box.height > stageHeight) rect = box;
      else if (rect.bottom < box.top || rect.left >= box.right || rect.top >= box.bottom) return false;
    }
    isLoose ||= position === 'absolute';
    // No scrolling brings it in, and nothing around clips it.
    if (position === 'fixed') {
      if (at.getBoundingClientRect().left >= innerWidth) return false;
      break;
    }
  }
  const page = node.ownerDocument.documentElement.getBoundingClientRect();
  if (rect.right <= page.left || rect.bottom <= page.top) return false;
  return room === 0 || !(isInvisibleInk(line) || (rect === own && isCovered(node, line, rect)));
}

/**
 * Whether something opaque lies over the middle of a text with this ancestry. The browser tells only what is in the window and
 * takes clicks: below the fold, and within one shadow root, nothing counts as covered. Nor does what scrolling or closing
 * takes away: what is fixed, sticks or scrolls; nor what has no colour of its own, such as pictures, which may be transparent.
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
