/**
 * Shows a number on the page: scrolls to it and marks it for some seconds. The page's DOM stays as it is. A CSS highlight marks
 * text; its style comes with the request to show the number. Animations that stand still mark the rest (images, buttons,
 * generated content, text of SVG) and undo what dims or blends a mark. They reach into frames and shadow roots, which no style
 * sheet of ours would.
 *
 * What a page can learn, only by asking while a mark stands: `CSS.highlights` and `document.getAnimations()` list ours too, and
 * `getComputedStyle` gives what animations change. The page then finds a highlight with a random name, and where it is. The
 * page is told of nothing: there is no record of a change, no event but that of the scroll, no style sheet in its lists.
 *
 * Why not a style sheet of the user's origin in Chromium, which no page could overrule: of a highlight's style from there
 * Chromium paints the line and not the colours, though `getComputedStyle` gives them (seen in Chromium 156). The random name
 * keeps the page's own rules off, because no page knows it beforehand. Why not a label laid over the number by a style sheet
 * alone, which no list would name: the label does not move with the text, and nothing removes it where the extension is updated
 * meanwhile.
 */
import type { Origin } from './collect.ts';
import {
  type Colours,
  coloursOn,
  highlightNameOn,
  leftoverFrame,
  pictureFrame,
  textFrame,
  unveilingFrame,
} from './mark-look.ts';
import { ancestry, isNamed } from './nodes.ts';

/** How long a mark stays, in milliseconds. */
export const markMs = 8000;
/** Most images of one link that are marked. */
const maxPictures = 20;

declare global {
  /** Ends the present mark. Each request runs this script anew, in one isolated world. */
  var icpLensMark: AbortController | undefined;
}

/**
 * Scrolls to a stretch of a block and marks it. The mark ends at Escape, at the next mark or after some seconds. `name`: that
 * of the highlight, whose style the page gets from elsewhere. False: the stretch is no longer there.
 */
export function mark(origin: Origin | undefined, start: number, end: number, name: string): boolean {
  const target = targetOf(origin, start, end);
  if (target === null) return false;
  globalThis.icpLensMark?.abort();
  scrollTo(target);
  const undo = draw(target, name);
  const ended = new AbortController();
  globalThis.icpLensMark = ended;
  const timer = setTimeout(() => ended.abort(), markMs);
  ended.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const each of undo) each();
  });
  for (const each of new Set([window, target.view])) {
    each.addEventListener('keydown', (event) => event.key === 'Escape' && ended.abort(), {
      capture: true,
      signal: ended.signal,
    });
  }
  return true;
}

/** Scrolls to a stretch of a block and marks nothing. False: it is no longer there. */
export function bringIntoView(origin: Origin | undefined, start: number, end: number): boolean {
  const target = targetOf(origin, start, end);
  if (target === null) return false;
  scrollTo(target);
  return true;
}

/** What to show: a stretch of text with the elements that hold it, or an element that carries the number otherwise. */
type Target = { view: View; range: Range | null; elements: Element[] };
type View = Window & Partial<typeof globalThis>;

function targetOf(origin: Origin | undefined, start: number, end: number): Target | null {
  if (origin === undefined || !origin.element.isConnected) return null;
  const { element, pieces } = origin;
  const [begin, stop] = [origin.from + start, origin.from + end];
  const view = element.ownerDocument.defaultView ?? window;
  if (pieces.length === 0) return { view, range: null, elements: [element] };
  const first = pieces.findLastIndex((piece) => piece.start <= begin);
  const last = pieces.findLastIndex((piece) => piece.start < stop);
  const [from, to] = [pieces[first], pieces[last]];
  if (from === undefined || to === undefined || !from.node.isConnected || !to.node.isConnected) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(from.node, Math.min(begin - from.start, from.node.length));
  range.setEnd(to.node, Math.min(stop - to.start, to.node.length));
  const parents = pieces.slice(first, last + 1).map(({ node }) => node.parentElement ?? element);
  return { view, range, elements: [...new Set(parents)] };
}

/** Scrolls at once: a smooth scroll would end halfway on a page that scrolls too, and would use up the mark's seconds. */
function scrollTo({ range, elements: [element] }: Target): void {
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (range === null || element === undefined) return;
  // The middle of a high element is not where its number is.
  for (const at of ancestry(element)) {
    const isPage = at === at.ownerDocument.scrollingElement;
    const { top, bottom } = isPage ? { top: 0, bottom: at.clientHeight } : at.getBoundingClientRect();
    const own = range.getBoundingClientRect();
    if (at.scrollHeight > at.clientHeight && (own.top < top || own.bottom > bottom)) {
      at.scrollBy({ top: (own.top + own.bottom - top - bottom) / 2, behavior: 'instant' });
    }
  }
}

/** Marks a target. Returns the functions that end the mark. */
function draw({ view, range, elements }: Target, name: string): (() => void)[] {
  const [element] = elements;
  if (element === undefined) return [];
  const colours = coloursOn(element);
  const frames = [
    ...[...new Set(elements.flatMap(withAncestors))].map((at): MarkedElement => [at, unveilingFrame(at)]),
    ...(range === null
      ? framesOf(element, colours)
      : elements.map((at): MarkedElement => [at, leftoverFrame(at, colours)])),
  ];
  const animations = frames.flatMap(([at, frame, pseudoElement = null]) =>
    frame === null ? [] : at.animate([frame, frame], { duration: markMs, pseudoElement }),
  );
  return [
    highlight(range ?? contentsOf(element), highlightNameOn(name, colours), view),
    ...animations.map((animation) => () => animation.cancel()),
  ];
}

/** An element, the look it gets, and its pseudo-element where that is what gets the look. */
type MarkedElement = [at: Element, frame: Keyframe | null, pseudoElement?: string];

/** An element and all elements around it, those outside its shadow root and frame included. */
function withAncestors(element: Element): Element[] {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return [...ancestry(element), ...(frame ? withAncestors(frame) : [])];
}

/** The looks that mark an element which carries a number otherwise than as text. */
function framesOf(element: Element, colours: Colours): MarkedElement[] {
  const text = textFrame(colours);
  if (isNamed(element, 'input') && element.type !== 'image') return [[element, text]];
  const generated = ['::before', '::after'].filter((pseudo) =>
    getComputedStyle(element, pseudo).content.startsWith('"'),
  );
  if (generated.length > 0) return generated.map((pseudo) => [element, text, pseudo]);
  const inside = [...element.querySelectorAll(':is(svg, :empty:not(svg *))')].slice(0, maxPictures);
  const pictures = inside.filter((at) => at.getBoundingClientRect().width > 0);
  if (pictures.length === 0 && element.textContent?.trim() === '') pictures.push(element);
  return pictures.map((at) => [at, pictureFrame(at, colours)]);
}

function contentsOf(element: Element): Range {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range;
}

/** Marks text. Returns a function that ends the mark. A frame has a registry of its own. */
function highlight(range: Range, name: string, { CSS, Highlight }: View): () => void {
  if (CSS === undefined || Highlight === undefined) return () => {};
  const own = new Highlight(range);
  // Above what the page itself highlights.
  own.priority = 2 ** 31 - 1;
  CSS.highlights.set(name, own);
  return () => CSS.highlights.delete(name);
}
