/**
 * Tells nodes apart by their type and name: those of a frame belong to another window, whose classes are not ours, so
 * `instanceof` would deny them.
 */

import { maxUrlChars } from './limits.ts';

/** Elements whose text nobody reads as text of the page. */
export const silentTags = /^(script|style|template|textarea)$/;

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Whether a node is text. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** Whether an element is an HTML element of a name. */
export function isNamed<Name extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: Name,
): element is HTMLElementTagNameMap[Name] {
  return element.localName === name;
}

/**
 * The nodes inside a node. Asked of the prototype, as is the parent: fields of a form take over the form's own properties by
 * their names (`<input name="parentNode">`), for extensions too.
 */
export function childrenOf(node: Node): Iterable<Node> {
  return Reflect.get(Node.prototype, 'childNodes', node);
}

/** What holds a node: an element, or the shadow root that ends there; null at the top. */
export function holderOf(node: Node): Element | ShadowRoot | null {
  const parent: Node | null = Reflect.get(Node.prototype, 'parentNode', node);
  return parent !== null && (isElement(parent) || isShadow(parent)) ? parent : null;
}

/** Whether a node is a shadow root. Links have hosts too, but no link is the top of a tree. */
export function isShadow(node: Node): node is ShadowRoot {
  return 'host' in node;
}

/** The element around a node, out of shadow roots too; null at the top. */
export function parentOf(node: Node): Element | null {
  const holder = holderOf(node);
  return holder && elementOf(holder);
}

/** A node itself where it is an element, and all elements around it, out of shadow roots too, from the innermost on. */
export function ancestry(node: Node | null): Element[] {
  const line: Element[] = [];
  for (let at = node; at !== null; at = parentOf(at)) if (isElement(at)) line.push(at);
  return line;
}

/** An element itself, and the host of a shadow root. */
export function elementOf(root: Element | ShadowRoot): Element {
  return isElement(root) ? root : root.host;
}

/**
 * The address that a link leads to; empty for none. Links of SVG have an object for it. Where the base is longer than any
 * server takes, what the page wrote: else each of thousands of links would hold megabytes.
 */
export function addressOf(link: HTMLAnchorElement): string {
  if (link.baseURI.length > maxUrlChars) return link.getAttribute('href') ?? '';
  return link.href.baseVal ?? link.href;
}

declare global {
  // Of the addresses of links in SVG, which TypeScript takes for those of HTML.
  interface String {
    readonly baseVal?: string;
  }
  // Of elements; windows and documents have none. `instanceof` would deny the elements of frames.
  interface EventTarget {
    readonly localName?: string;
  }
}
