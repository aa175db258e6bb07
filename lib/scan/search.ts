import { isAnchored } from './anchor.ts';
import { isText, parentOf, silentTags } from './nodes.ts';

/** Elements whose text is read in one native pass: about two milliseconds' work. */
const sliceElements = 16_000;
/**
 * Stretches of so few elements are walked node by node: in a root that fits into a slice, and in a larger one. Where a stretch
 * begins and ends the browser finds by counting the elements beside, so the more there are, the fewer stretches.
 */
const walkElements = 150;
const walkOfMany = 2000;

/** What a search goes through: the body of a document, or a shadow root. */
export type Root = Element | ShadowRoot;

/**
 * Finds the text nodes of a root that hold an anchor, in document order, and yields after each slice so that the caller can
 * rest. Text is read with `Range.toString`, the one native pass that can be cut at will; where a stretch holds an anchor it is
 * halved until it is small enough to walk. Text inside shadow roots and frames is not the root's.
 *
 * @returns The elements of the root, whose number is known to the browser by now.
 */
export function* search(root: Root, found: (text: Text) => void): Generator<void, ArrayLike<Element>> {
  // Live and indexed forward: no list of all elements is ever made, and they are counted by the way.
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
    // Changes while the caller rests shift the slices; the watch has the page read again after every change.
    yield* seek(from, from + sliceElements);
    yield;
  }
  return elements;
}

function isRead(text: Text): boolean {
  return !silentTags.test(`${parentOf(text)?.localName}`);
}
