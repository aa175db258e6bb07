/**
 * Tells nodes apart by their type and name. The nodes of a frame belong to another window with other classes, so `instanceof`
 * fails for them.
 */

import { maxUrlChars } from './limits.ts';

/** Elements whose text is not text of the page. */
export const silentTags = /^(script|style|template|textarea)$/;

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Whether a node is text. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** Whether an element is an HTML element with this name. */
export function isNamed<Name extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: Name,
): element is HTMLElementTagNameMap[Name] {
  return element.localName === name;
}

/**
 * The nodes inside a node. The prototype's getter is used here and for the parent: a form's fields replace the form's own
 * properties of their names (`<input name="parentNode">`), for extensions too.
 */
export function childrenOf(node: Node): Iterable<Node> {
  return Reflect.get(Node.prototype, 'childNodes', node);
}

/** The direct parent of a node: an element or a shadow root; null at the top. */
export function holderOf(node: Node): Element | ShadowRoot | null {
  const parent: Node | null = Reflect.get(Node.prototype, 'parentNode', node);
  return parent !== null && (isElement(parent) || isShadow(parent)) ? parent : null;
}

/** Whether a node is a shadow root. Links have a `host` too, but no link is the top of a tree. */
export function isShadow(node: Node): node is ShadowRoot {
  return 'host' in node;
}

/** The element around a node. Above a shadow root that is its host. Null at the top. */
export function parentOf(node: Node): Element | null {
  const holder = holderOf(node);
  return holder && elementOf(holder);
}

/** The elements around a node from the innermost on, hosts of shadow roots included. If the node is an element, it comes first. */
export function ancestry(node: Node | null): Element[] {
  const line: Element[] = [];
  for (let at = node; at !== null; at = parentOf(at)) if (isElement(at)) line.push(at);
  return line;
}

/** An element itself, or the host of a shadow root. */
export function elementOf(root: Element | ShadowRoot): Element {
  return isElement(root) ? root : root.host;
}

/**
 * The address that a link leads to; empty for none. Links of SVG have an object for it. Where the page's base is longer than
 * any server takes, the address as the page wrote it: otherwise each of thousands of links would hold megabytes.
 */
export function addressOf(link: HTMLAnchorElement): string {
  if (link.baseURI.length > maxUrlChars) return link.getAttribute('href') ?? '';
  return link.href.baseVal ?? link.href;
}

declare global {
  // Only addresses of links in SVG have these; TypeScript takes such links for those of HTML.
  interface String {
    readonly baseVal?: string;
  }
  // Only elements have this; windows and documents do not. `instanceof` fails for the elements of frames.
  interface EventTarget {
    readonly localName?: string;
  }
}
