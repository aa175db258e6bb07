import { isElement } from './nodes.ts';
import type { Root } from './search.ts';
import { isVisible } from './visibility.ts';

/** Gives an element's shadow root, a closed one too; null for none. This is the browser's own function for extensions. */
export type OpenRoot = (element: HTMLElement) => ShadowRoot | null;

/** A root that a scan reads. `hidden`: a visitor sees none of it. */
export type ScanRoot = { root: Root; hidden: boolean };

/**
 * The beginnings of the names of elements that the DOM standard lets hold a shadow root: names with a hyphen, and article,
 * aside, blockquote, body, div, footer, h1 to h6, header, main, nav, p, section, span. Few other names begin so; each costs one
 * needless question.
 */
const hostName = /-|^(a[rs]|b[lo]|di|fo|h[\de]|ma|na|p$|se|sp)/;

/** Whether an element may hold a shadow root. */
export function mayHost(element: Element): element is HTMLElement {
  // SVG and MathML have names with hyphens too. `instanceof` fails for the elements of frames.
  return hostName.test(element.localName) && 'innerText' in element;
}

/**
 * The outermost elements of a root, breadth first, at most `most`. No selector finds shadow hosts, and asking every element
 * costs more than the rest of a scan. So a scan asks these, the last elements, and every element between them that has no
 * content, as nearly all hosts of components have none. A host with content in between is missed.
 */
export function outermost(root: Root, most: number): Element[] {
  const found: Element[] = isElement(root) ? [root] : [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let at = found.length - 1; at < found.length; at++) {
    walker.currentNode = found[at] ?? root;
    for (let child = walker.firstChild(); child !== null && found.length < most; child = walker.nextSibling()) {
      if (isElement(child)) found.push(child);
    }
  }
  return found;
}

/**
 * The frames of a root: the bodies of frames of our own origin, and the number of visible frames of other origins, which are
 * left out.
 */
export function framesOf(root: Root): { roots: ScanRoot[]; otherFrames: number } {
  const roots: ScanRoot[] = [];
  let otherFrames = 0;
  // The window counts its frames without a search, except those in shadow roots.
  if (isElement(root) && root.ownerDocument.defaultView?.length === 0) return { roots, otherFrames };
  // Searching for one name at a time is several times as fast as for both.
  const name = root.localName === 'frameset' ? 'frame' : 'iframe';
  for (const frame of root.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>(name)) {
    const hidden = !isVisible(frame);
    const body = frame.contentDocument?.body;
    if (body) roots.push({ root: body, hidden });
    else if (!hidden) otherFrames++;
  }
  return { roots, otherFrames };
}
