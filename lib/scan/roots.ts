import { childrenOf, isElement } from './nodes.ts';
import type { Root } from './search.ts';
import { isVisible } from './visibility.ts';

/** Gives an element's shadow root, closed ones too; null for none. The browser's own function for extensions. */
export type OpenRoot = (element: HTMLElement) => ShadowRoot | null;

/** What a scan goes through, and whether a visitor sees none of it. */
export type Room = { root: Root; hidden: boolean };

/** The outer elements of a root that are asked for shadow roots one by one. */
const outerElements = 1000;
// The elements that the DOM standard lets hold a shadow root, besides those with a hyphen in their name.
const plainHosts = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Whether an element may hold a shadow root. */
export function mayHost(element: Element): element is HTMLElement {
  // SVG and MathML have names with hyphens too. `instanceof` would deny the elements of frames.
  return (plainHosts.has(element.localName) || element.localName.includes('-')) && 'innerText' in element;
}

/**
 * The outermost elements of a root, breadth first. No selector finds shadow hosts, and asking every element costs more than
 * all the rest of a scan: so these are asked, and everywhere the elements without content of their own, as nearly all hosts
 * of components are. A host with content, deep inside a page of more than a thousand elements, is missed.
 */
export function outermost(root: Root): Element[] {
  const found: Element[] = isElement(root) ? [root] : [];
  for (let at = found.length - 1; at < found.length; at++) {
    for (const child of childrenOf(found[at] ?? root)) {
      if (found.length >= outerElements) return found;
      if (isElement(child)) found.push(child);
    }
  }
  return found;
}

/** The frames of a root: the bodies of those of our own origin, and the number of visible others, which are left out. */
export function framesOf(root: Root): { rooms: Room[]; otherFrames: number } {
  const rooms: Room[] = [];
  let otherFrames = 0;
  // The window knows its frames without a search, but for those in shadow roots.
  if (isElement(root) && root.ownerDocument.defaultView?.length === 0) return { rooms, otherFrames };
  for (const frame of root.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe,frame')) {
    const hidden = !isVisible(frame);
    const body = frame.contentDocument?.body;
    if (body) rooms.push({ root: body, hidden });
    else if (!hidden) otherFrames++;
  }
  return { rooms, otherFrames };
}
