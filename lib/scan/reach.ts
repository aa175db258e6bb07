import { outermost } from './roots.ts';
import type { Root } from './search.ts';

/** Roots of more elements are looked through for what is not text only where a site's own numbers stand. */
const manyElements = 20_000;
/** The outermost elements of a root, and of one with many elements, that are asked for shadow roots; and the last ones. */
const outerElements = 1000;
const outerOfMany = 50;
const lastHosts = 50;
/** The last elements of a root with many that are looked at. */
const lastOfMany = 300;

/** What of a root is looked through for what is not text. */
export type Reach = {
  /** The elements that are asked for shadow roots whether they have content or not; some may be there twice. */
  hosts: Element[];
  /** The elements within reach that a selector fits. Throws where it is no selector. */
  select: (selector: string) => Iterable<Element>;
};

/**
 * How far a root is looked through for images, icons, generated content and shadow roots; `elements` are all that it holds.
 * Up to 20 000 elements everything is. A selector takes the browser longer than reading an element's text, so of more
 * elements only the outermost 50 and the last 300 are looked at: a number that is the site's own stands in its footer, and
 * the middle of so long a page is content. Text is searched all through, however long the page.
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
