import { isAnchored } from './anchor.ts';
import { isText, parentOf, silentTags } from './nodes.ts';

/** Elements whose text is read in one native pass: about two milliseconds' work. */
const sliceElements = 16_000;
/**
 * A stretch of at most so many elements is walked node by node: in a root that fits into one slice, and in a larger root. The
 * browser finds the ends of a stretch by counting the elements beside it, so a larger root gets fewer stretches.
 */
const walkElements = 150;
const walkOfMany = 2000;

/** What is searched: the body of a document, or a shadow root. */
export type Root = Element | ShadowRoot;

/**
 * Finds the text nodes of a root that hold an anchor, in document order. Yields after each slice so that the caller can rest.
 * Text is read with `Range.toString`, the one native pass that can be cut anywhere. A stretch that holds an anchor is halved
 * until it is small enough to walk. Text inside shadow roots and frames does not belong to the root.
 *
 * @returns The elements of the root. The browser has counted them by then.
 */
export function* search(root: Root, found: (text: Text) => void): Generator<void, ArrayLike<Element>> {
  // A live list, read forward by index: no list of all elements is made, and the browser counts them as it goes.
  const elements = 'getElementsByTagName' in root ? root.getElementsByTagName('*') : root.querySelectorAll('*');
  const range = root.ownerDocument.createRange();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const seek = function* (from: number, to: number): Generator<void> {
    const start = from === 0 ? null : elements[from];
    const end = elements[to] ?? null;
    if (start === undefined) return;
    if (start === null) range.setStart(root, 0);
    else range.setStartBefore(start);
    if (end === null) range.setEnd(root, root.childNodes.length);
    else range.setEndBefore(end);
    if (!isAnchored(range.toString())) return;
    if (to - from > (elements[sliceElements] === undefined ? walkElements : walkOfMany)) {
      const middle = (from + to) >> 1;
      yield* seek(from, middle);
      yield* seek(middle, to);
    } else {
      walker.currentNode = start ?? root;
      for (let node = walker.nextNode(), steps = 1; node !== end && node !== null; node = walker.nextNode()) {
        if (isText(node) && isAnchored(node.data) && isRead(node)) found(node);
        if (steps++ % walkElements === 0) yield;
      }
    }
  };
  for (let from = 0; from === 0 || elements[from] !== undefined; from += sliceElements) {
    // A change while the caller rests shifts the slices; the watch has the page read again after every change.
    yield* seek(from, from + sliceElements);
    yield;
  }
  return elements;
}

function isRead(text: Text): boolean {
  return !silentTags.test(`${parentOf(text)?.localName}`);
}
