import { outermost } from './roots.ts';
import type { Root } from './search.ts';

/** A root with more elements is searched for numbers outside text only where a site's own numbers stand. */
const manyElements = 20_000;
/**
 * Most outermost elements that are asked for shadow roots, of any root and of one with many elements; and how many of the last.
 */
const outerElements = 1000;
const outerOfMany = 50;
const lastHosts = 50;
/** How many of the last elements of a root with many are searched. */
const lastOfMany = 300;

/** The parts of a root that are searched for numbers outside text. */
export type Reach = {
  /** The elements that are asked for shadow roots, with or without content. Some may be listed twice. */
  hosts: Element[];
  /** The elements within reach that match a selector. Throws where it is no selector. */
  select: (selector: string) => Iterable<Element>;
};

/**
 * How far a root is searched for images, icons, generated content and shadow roots. `elements`: all elements of the root. Up to
 * 20 000 elements all are searched. A selector takes the browser longer than reading an element's text, so of more elements
 * only the outermost 50 and the last 300 are searched: a site's own number stands in its footer, and the middle of so long a
 * page is content. Text is searched through the whole page, however long.
 */
export function reachOf(root: Root, elements: ArrayLike<Element>): Reach {
  const isLarge = elements.length > manyElements;
  const outer = outermost(root, isLarge ? outerOfMany : outerElements);
  const last = (most: number): Element[] => Array.prototype.slice.call(elements, -most);
  const near = isLarge && new Set([...outer, ...last(lastOfMany)]);
  return {
    hosts: [...outer, ...last(lastHosts)],
    select: (selector) =>
      near ? [...near].filter((element) => element.matches(selector)) : root.querySelectorAll(selector),
  };
}
